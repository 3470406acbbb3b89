using CohortCourses.Content.Courses;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Courses;

namespace CohortCourses.Web.Courses;

/// <summary>Tells the course grains which revisions are up, at the start and whenever content/ changes.</summary>
internal sealed partial class CoursePublisher(CourseLibrary library, IGrainFactory grains, ILogger<CoursePublisher> log) : IHostedService, IDisposable
{
    private ContentWatcher? watcher;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var course in library.Courses)
        {
            await PublishAsync(course);
        }

        // Files change in real time, also where the pilot's clock is moved.
        watcher = new(library, TimeProvider.System);
        watcher.Changed += course => _ = PublishLoggedAsync(course);
        watcher.Failed += error => LogUnreadable(error);
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    public void Dispose() => watcher?.Dispose();

    private async Task PublishLoggedAsync(LibraryCourse course)
    {
        try
        {
            await PublishAsync(course);
        }
        catch (Exception error) when (error is not OperationCanceledException)
        {
            LogUnpublished(error, course.Id);
        }
    }

    private async Task PublishAsync(LibraryCourse course)
    {
        var errors = course.Problems.Count(problem => problem.Severity == ProblemSeverity.Error);
        if (errors > 0)
        {
            LogProblems(course.Id, errors, course.Problems.First(problem => problem.Severity == ProblemSeverity.Error).ToString());
            await grains.Course(course.Id).Refuse(errors);
        }
        else if (course.Revision is { } revision)
        {
            await grains.Course(course.Id).Publish(new CourseOutline(
                revision.Revision, [.. revision.Weeks.Select(week => week.Id)], revision.Tracks, revision.Completion.Modules, revision.Completion.Forms));
        }
    }

    [LoggerMessage(2101, LogLevel.Error, "Course {Course} has {Count} errors, so its last good revision stays up. The first: {Problem}. See 'content check'.")]
    private partial void LogProblems(string course, int count, string problem);

    [LoggerMessage(2102, LogLevel.Warning, "The content folder could not be read; the next change or poll tries again.")]
    private partial void LogUnreadable(Exception error);

    [LoggerMessage(2103, LogLevel.Error, "Course {Course} could not be published; its last revision stays up until the next change.")]
    private partial void LogUnpublished(Exception error, string course);
}
