using System.Threading.Channels;
using CohortCourses.Contracts;
using CohortCourses.Contracts.Mail;

namespace CohortCourses.Web.Mail;

/// <summary>
/// Empties the outbox: once a minute, and at once when somebody waits for a letter. What was waiting when the server stopped waits in the
/// outbox, which is asked anew after the start.
/// </summary>
public sealed partial class Postman(
    IGrainFactory grains, DigestRound digests, MentionRound mentions, DeskRound desks, Recipients recipients, IEnumerable<ILetterWriter> writers, IMailCarrier carrier, TimeProvider clock, ILogger<Postman> log)
    : BackgroundService
{
    /// <summary>So many letters are on their way at once.</summary>
    private const int AtOnce = 4;

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(1);

    private readonly SemaphoreSlim round = new(1, 1);
    private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

    /// <summary>Says that there is something to send now.</summary>
    public void Ring() => bell.Writer.TryWrite(true);

    /// <summary>Takes a letter in, and sends it as soon as it may go.</summary>
    public async Task<Outcome> SendAsync(NewLetter letter)
    {
        var queued = await grains.Outbox(letter.Learner).Queue(letter);
        Ring();
        return queued;
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = clock.CreateTimer(_ => Ring(), state: null, TimeSpan.Zero, Every);
        while (await bell.Reader.WaitToReadAsync(stoppingToken))
        {
            bell.Reader.TryRead(out _);
            try
            {
                await RoundAsync(stoppingToken);
            }
            catch (Exception error) when (error is not OperationCanceledException)
            {
                LogRoundFailed(error);
            }
        }
    }

    /// <summary>Sends everything that may be sent now, after whoever is at it already. Ends early when the server takes nothing.</summary>
    internal async Task RoundAsync(CancellationToken stop)
    {
        await round.WaitAsync(stop);
        try
        {
            await mentions.FillAsync();
            await desks.FillAsync();
            await digests.FillAsync();
            await EmptyAsync(stop);
        }
        finally
        {
            round.Release();
        }
    }

    public override void Dispose()
    {
        round.Dispose();
        base.Dispose();
    }

    private async Task EmptyAsync(CancellationToken stop)
    {
        using var hopeless = CancellationTokenSource.CreateLinkedTokenSource(stop);
        await Parallel.ForEachAsync(OutboxDrawers.All, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = stop }, async (key, _) =>
        {
            var drawer = grains.OutboxDrawer(key);
            while (!hopeless.IsCancellationRequested && await drawer.Take() is { } letter)
            {
                var delivery = await DeliverAsync(letter, stop);
                await drawer.Settle(letter.Id, letter.Tries, delivery.Result, delivery.Reason);
                if (delivery.IsTheServersFault)
                {
                    await hopeless.CancelAsync();
                }
            }
        });
    }

    private async Task<Delivery> DeliverAsync(LetterView letter, CancellationToken stop)
    {
        Parcel parcel;
        try
        {
            var (recipient, reason) = await recipients.FindAsync(letter);
            if (recipient is null)
            {
                return new(DeliveryResult.Dropped, reason);
            }

            if (await writers.First(writer => writer.Kind == letter.Kind).WriteAsync(letter, recipient) is not { } text)
            {
                return new(DeliveryResult.Dropped, "nothing-new");
            }

            parcel = new(letter, recipient.Address, text);
        }
        catch (Exception error)
        {
            // Whatever is wrong with one letter, nothing left the house, and the others go on.
            LogNotWritten(error, letter.Kind);
            return new(DeliveryResult.Later, "writing");
        }

        return await carrier.CarryAsync(parcel, stop);
    }

    [LoggerMessage(2401, LogLevel.Error, "The outbox could not be emptied; the next round tries again.")]
    private partial void LogRoundFailed(Exception error);

    [LoggerMessage(2402, LogLevel.Error, "A letter of kind {Kind} could not be written; it is tried again later.")]
    private partial void LogNotWritten(Exception error, LetterKind kind);
}
