namespace CohortCourses.Tests.Storage.Documents;

public sealed class SqliteDocumentStoreTests : DocumentStoreSuite, IDisposable
{
    private readonly TemporaryPilot pilot;

    public SqliteDocumentStoreTests()
        : this(new TemporaryPilot())
    {
    }

    private SqliteDocumentStoreTests(TemporaryPilot pilot)
        : base(pilot.Store) => this.pilot = pilot;

    public void Dispose() => pilot.Dispose();
}

public sealed class SqliteDocumentStoreLaws : DocumentStoreLaws, IDisposable
{
    private readonly TemporaryPilot pilot;

    public SqliteDocumentStoreLaws()
        : this(new TemporaryPilot())
    {
    }

    private SqliteDocumentStoreLaws(TemporaryPilot pilot)
        : base(pilot.Store) => this.pilot = pilot;

    public void Dispose() => pilot.Dispose();
}
