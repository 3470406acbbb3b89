namespace CohortCourses.Content.Courses;

/// <summary>How soon a change of the files is seen.</summary>
public sealed record ContentWatcherOptions
{
    /// <summary>How long the files have to be still before they are read: an editor writes in several steps. 300 ms.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromMilliseconds(300);

    /// <summary>How often all files are compared, for folders whose changes the system does not report. 10 s.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(10);
}

/// <summary>
/// Keeps a library in step with its folder. <see cref="Changed"/> is raised for each course whose files changed, one at a
/// time, on a thread of the pool; a handler that throws stops nothing. Dispose to stop.
/// </summary>
public sealed class ContentWatcher : IDisposable
{
    private readonly CourseLibrary _library;
    private readonly ContentWatcherOptions _options;
    private readonly ITimer _quiet;
    private readonly ITimer _poll;
    private readonly FileSystemWatcher? _files;
    private readonly Lock _turn = new();

    public ContentWatcher(CourseLibrary library, TimeProvider clock, ContentWatcherOptions? options = null)
    {
        _library = library;
        _options = options ?? new();
        _quiet = clock.CreateTimer(_ => Reload(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        _poll = clock.CreateTimer(_ => Reload(), null, _options.Poll, _options.Poll);
        _files = Watch(library.Folder);
    }

    /// <summary>A course was read again: its last good revision, which may be the old one, and its problems now.</summary>
    public event Action<LibraryCourse>? Changed;

    /// <summary>Reading or a handler failed; the next change or poll tries again.</summary>
    public event Action<Exception>? Failed;

    /// <summary>Whether the system reports changes; without it only the poll sees them.</summary>
    public bool IsNotified => _files is not null;

    public void Dispose()
    {
        _files?.Dispose();
        _quiet.Dispose();
        _poll.Dispose();
    }

    /// <summary>Null where the system cannot watch: too many watches, a network folder.</summary>
    private FileSystemWatcher? Watch(string folder)
    {
        FileSystemWatcher? files = null;
        try
        {
            files = new(folder) { IncludeSubdirectories = true };
            files.Changed += (_, _) => Touch();
            files.Created += (_, _) => Touch();
            files.Deleted += (_, _) => Touch();
            files.Renamed += (_, _) => Touch();
            files.Error += (_, _) => Touch();
            files.EnableRaisingEvents = true;
            return files;
        }
        catch (Exception error) when (error is IOException or PlatformNotSupportedException or ArgumentException)
        {
            files?.Dispose();
            return null;
        }
    }

    private void Touch() => _quiet.Change(_options.Quiet, Timeout.InfiniteTimeSpan);

    private void Reload()
    {
        lock (_turn)
        {
            try
            {
                foreach (var course in _library.Reload())
                {
                    Raise(course);
                }
            }
            catch (Exception error)
            {
                // On a timer's thread an exception would end the server, which can go on with what it has.
                Failed?.Invoke(error);
            }
        }
    }

    private void Raise(LibraryCourse course)
    {
        foreach (var handler in Changed?.GetInvocationList().Cast<Action<LibraryCourse>>() ?? [])
        {
            // A handler belongs to somebody else: whatever it throws must not keep the next course from being announced.
            try
            {
                handler(course);
            }
            catch (Exception error)
            {
                Failed?.Invoke(error);
            }
        }
    }
}
