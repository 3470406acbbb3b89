using CohortCourses.Storage;

namespace CohortCourses.Hosting;

/// <summary>A reminder as it is stored.</summary>
[Document("reminder", 1)]
internal sealed record ReminderDocument(string GrainType, string GrainKey, string Name, DateTimeOffset StartAt, TimeSpan Period);
