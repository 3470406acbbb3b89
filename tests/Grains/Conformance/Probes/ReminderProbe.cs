namespace CohortCourses.Tests.Grains.Conformance;

public interface IReminderProbe : IGrainWithStringKey
{
    Task Remind(string name, TimeSpan dueTime, TimeSpan period);

    Task Cancel(string name);

    Task<bool> Has(string name);

    Task Leave();
}

[GrainType("reminder-probe")]
public sealed class ReminderProbe(Signals signals) : Grain, IReminderProbe, IRemindable
{
    public Task Remind(string name, TimeSpan dueTime, TimeSpan period) => this.RegisterOrUpdateReminder(name, dueTime, period);

    public async Task Cancel(string name)
    {
        if (await this.GetReminder(name) is { } reminder)
        {
            await this.UnregisterReminder(reminder);
        }
    }

    public async Task<bool> Has(string name) => await this.GetReminder(name) is not null;

    public Task Leave()
    {
        DeactivateOnIdle();
        return Task.CompletedTask;
    }

    public Task ReceiveReminder(string reminderName, TickStatus status)
    {
        var key = this.GetPrimaryKeyString();
        signals.Note(key, $"{reminderName} {1 + signals.Notes(key).Count(note => note.StartsWith(reminderName, StringComparison.Ordinal))}");
        return Task.CompletedTask;
    }
}
