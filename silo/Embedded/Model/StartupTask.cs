namespace CohortCourses.Embedded;

/// <summary>Runs once when the grains start, in the order of registration; a failure keeps the process from starting.</summary>
public interface IStartupTask
{
    Task Execute(CancellationToken cancellationToken);
}
