using CohortCourses.Content.Courses;
using CohortCourses.Tests.Content.Specs;

namespace CohortCourses.Tests.Content.Courses;

public sealed class ContentWatcherTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly ContentOnDisk _content = new();
    private readonly ManualClock _clock = new();
    private readonly List<LibraryCourse> _seen = [];

    public void Dispose() => _content.Dispose();

    [Fact]
    public async Task Changed_WhenAnEditorHasSavedAndIsStill_NamesTheCourse()
    {
        using var watcher = Watch();
        Assert.True(watcher.IsNotified, "The system should report changes of files here.");
        var touched = _clock.NextArmed();

        _content.Write("about.en.md", "Another text.");
        await touched.WaitAsync(Patience, TestContext.Current.CancellationToken);
        Assert.Empty(_seen);
        _clock.Advance(new ContentWatcherOptions().Quiet);

        Assert.Equal(ExampleCourse.Id, Assert.Single(_seen).Id);
        Assert.Empty(_seen[0].Problems);
    }

    [Fact]
    public void Changed_WhenNobodyReportsTheChange_ComesWithTheNextPoll()
    {
        using var watcher = Watch();
        _content.Write("about.en.md", "Another text.");

        _clock.Advance(new ContentWatcherOptions().Poll);

        Assert.Single(_seen);
    }

    [Fact]
    public void Changed_WhenTheNewTextHasErrors_KeepsTheLastGoodRevision()
    {
        var library = CourseLibrary.Load(_content.Folder);
        var good = library.Find(ExampleCourse.Id);
        using var watcher = Watch(library);
        _content.Write("about.en.md", "<script>");

        _clock.Advance(new ContentWatcherOptions().Poll);

        Assert.Same(good, Assert.Single(_seen).Revision);
        Assert.NotEmpty(_seen[0].Problems);
    }

    [Fact]
    public void Changed_WhenNothingChanged_IsNotRaised()
    {
        using var watcher = Watch();

        _clock.Advance(new ContentWatcherOptions().Poll);

        Assert.Empty(_seen);
    }

    [Fact]
    public void Changed_WhenAHandlerThrows_ReachesTheOthers()
    {
        var library = CourseLibrary.Load(_content.Folder);
        using var watcher = new ContentWatcher(library, _clock);
        var failures = new List<Exception>();
        watcher.Failed += failures.Add;
        watcher.Changed += _ => throw new InvalidOperationException("A handler of somebody else.");
        watcher.Changed += _seen.Add;
        _content.Write("about.en.md", "Another text.");

        _clock.Advance(new ContentWatcherOptions().Poll);

        Assert.Single(_seen);
        Assert.IsType<InvalidOperationException>(Assert.Single(failures));
    }

    [Fact]
    public void Failed_WhenTheFolderIsGone_IsRaisedAndTheCoursesStay()
    {
        using var elsewhere = new ContentOnDisk();
        var library = CourseLibrary.Load(elsewhere.Folder);
        using var watcher = new ContentWatcher(library, _clock);
        var failures = new List<Exception>();
        watcher.Failed += failures.Add;
        var aside = elsewhere.Folder + ".aside";
        Directory.Move(elsewhere.Folder, aside);

        _clock.Advance(new ContentWatcherOptions().Poll);
        Directory.Move(aside, elsewhere.Folder);

        Assert.NotEmpty(failures);
        Assert.NotNull(library.Find(ExampleCourse.Id));
    }

    private ContentWatcher Watch(CourseLibrary? library = null)
    {
        var watcher = new ContentWatcher(library ?? CourseLibrary.Load(_content.Folder), _clock);
        watcher.Changed += _seen.Add;
        return watcher;
    }
}
