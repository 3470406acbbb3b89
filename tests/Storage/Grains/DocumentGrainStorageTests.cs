using CohortCourses.Storage;
using CohortCourses.Tests.Storage.Documents;

namespace CohortCourses.Tests.Storage.Grains;

public sealed class DocumentGrainStorageTests
{
    private readonly MemoryDocumentStore documents = new();
    private readonly GrainId spring = GrainId.Create("cohort", "spring");
    private readonly DocumentGrainStorage storage;

    public DocumentGrainStorageTests() => storage = new(documents, new DocumentSerializer());

    [Fact]
    public async Task Read_WhenNothingWasWritten_LeavesNoState()
    {
        var state = new GrainState<SampleDocument> { State = new("old"), ETag = "1", RecordExists = true };

        await storage.ReadStateAsync("sample", spring, state);

        Assert.Equal((null, null, false), (state.State, state.ETag, state.RecordExists));
    }

    [Fact]
    public async Task Read_AfterAWrite_GivesTheStateUnderItsNameAndTheGrainsKey()
    {
        var written = new GrainState<SampleDocument> { State = new("Spring") };
        await storage.WriteStateAsync("sample", spring, written);
        var read = new GrainState<SampleDocument>();

        await storage.ReadStateAsync("sample", spring, read);

        Assert.Equal(("Spring", written.ETag, true), (read.State!.Title, read.ETag, read.RecordExists));
        Assert.True(written.RecordExists);
        Assert.NotNull(await documents.ReadAsync("sample", "spring", TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Write_WhenSomeoneElseWroteFirst_IsInconsistent()
    {
        var mine = new GrainState<SampleDocument> { State = new("mine") };
        var theirs = new GrainState<SampleDocument> { State = new("theirs") };
        await storage.WriteStateAsync("sample", spring, theirs);

        var inconsistent = await Assert.ThrowsAsync<InconsistentStateException>(() => storage.WriteStateAsync("sample", spring, mine));

        Assert.Equal((theirs.ETag, null), (inconsistent.StoredEtag, inconsistent.CurrentEtag));
        Assert.Equal((null, false), (mine.ETag, mine.RecordExists));
        Assert.DoesNotContain("spring", inconsistent.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Clear_Deletes_AndStaleClearIsInconsistent()
    {
        var state = new GrainState<SampleDocument> { State = new("Spring") };
        await storage.WriteStateAsync("sample", spring, state);
        var stale = new GrainState<SampleDocument> { ETag = "999" };

        await Assert.ThrowsAsync<InconsistentStateException>(() => storage.ClearStateAsync("sample", spring, stale));
        await storage.ClearStateAsync("sample", spring, state);

        Assert.Equal((null, null, false), (state.State, state.ETag, state.RecordExists));
        Assert.Null(await documents.ReadAsync("sample", "spring", TestContext.Current.CancellationToken));
    }
}
