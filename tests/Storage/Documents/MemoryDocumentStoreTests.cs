using CohortCourses.Storage;

namespace CohortCourses.Tests.Storage.Documents;

public sealed class MemoryDocumentStoreTests() : DocumentStoreSuite(new MemoryDocumentStore());

public sealed class MemoryDocumentStoreLaws() : DocumentStoreLaws(new MemoryDocumentStore());
