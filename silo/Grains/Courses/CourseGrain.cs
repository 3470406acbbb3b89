using CohortCourses.Contracts.Courses;
using CohortCourses.Grains.Documents;
using CohortCourses.Storage;

namespace CohortCourses.Grains.Courses;

[Document("course", 1)]
internal sealed record CourseDocument
{
    public CourseOutlineDocument? Outline { get; init; }

    public DateTimeOffset PublishedAt { get; init; }

    public int Problems { get; init; }
}

internal sealed record CourseOutlineDocument(string Revision, ImmutableArray<string> WeekIds, ImmutableArray<string> Tracks, int Modules)
{
    public ImmutableArray<string> Forms { get; init; } = [];
}

[GrainType("course")]
internal sealed class CourseGrain(
    [PersistentState("course")] IPersistentState<CourseDocument> document,
    TimeProvider clock) : RecordGrain<CourseDocument>(document), ICourseGrain
{
    public Task<CourseView?> Get() => Task.FromResult(Record is { Outline: { } outline } course
        ? new CourseView(
            this.GetPrimaryKeyString(),
            new(outline.Revision, outline.WeekIds, outline.Tracks, outline.Modules, outline.Forms),
            course.PublishedAt,
            course.Problems)
        : null);

    public Task Publish(CourseOutline outline) => Record is { Problems: 0, Outline: { } known } && known.Revision == outline.Revision
        ? Task.CompletedTask
        : Save(new()
        {
            Outline = new(outline.Revision, outline.WeekIds, outline.Tracks, outline.ModulesToComplete) { Forms = outline.FormsToComplete },
            PublishedAt = clock.GetUtcNow(),
        });

    public Task Refuse(int problems) => Record is { } course && course.Problems == problems
        ? Task.CompletedTask
        : Save((Record ?? new()) with { Problems = problems });
}
