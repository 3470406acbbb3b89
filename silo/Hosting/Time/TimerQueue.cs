namespace CohortCourses.Hosting;

/// <summary>Timers by due instant; of those due together, the one set first comes first.</summary>
internal sealed class TimerQueue
{
    private readonly Lock gate = new();
    private readonly SortedSet<SteerableTimer> timers = new(Comparer<SteerableTimer>.Create(static (left, right) =>
        left.DueAt != right.DueAt ? left.DueAt.CompareTo(right.DueAt) : left.Order.CompareTo(right.Order)));

    private long last;

    /// <summary>The order of the timer that was set last.</summary>
    public long Last
    {
        get
        {
            lock (gate)
            {
                return last;
            }
        }
    }

    public DateTimeOffset? Earliest
    {
        get
        {
            lock (gate)
            {
                return timers.Min?.DueAt;
            }
        }
    }

    /// <summary>Sets or, for null, takes back.</summary>
    /// <returns>Whether the timer is now the earliest.</returns>
    public bool Set(SteerableTimer timer, DateTimeOffset? dueAt)
    {
        lock (gate)
        {
            timers.Remove(timer);
            if (dueAt is not { } at)
            {
                return false;
            }

            (timer.DueAt, timer.Order) = (at, ++last);
            timers.Add(timer);
            return ReferenceEquals(timers.Min, timer);
        }
    }

    /// <summary>Takes the earliest timer that is due at the instant and was set no later than the given order.</summary>
    public SteerableTimer? TakeDue(DateTimeOffset instant, long setUpTo = long.MaxValue)
    {
        lock (gate)
        {
            foreach (var timer in timers)
            {
                if (timer.DueAt > instant)
                {
                    return null;
                }

                if (timer.Order <= setUpTo)
                {
                    timers.Remove(timer);
                    return timer;
                }
            }

            return null;
        }
    }
}
