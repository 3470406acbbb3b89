using CohortCourses.Hosting;
using CohortCourses.Tests.Storage.Documents;

namespace CohortCourses.Tests.Storage.Azure;

public sealed class BlobDocumentStoreTests(Azurite azurite) : DocumentStoreSuite(new BlobDocumentStore(azurite.Container()));

public sealed class BlobDocumentStoreLaws(Azurite azurite) : DocumentStoreLaws(new BlobDocumentStore(azurite.Container()));
