using KoreXo;

namespace FleetExport;

/// <summary>Exports one item after another until none are left, also those that other workers have to leave.</summary>
internal sealed class Worker(WorkQueue queue, ItemExport export, WorkSettings settings, TimeProvider clock, Action<string> report)
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan LongestFarewell = TimeSpan.FromSeconds(5);

    public async Task RunAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var asked = clock.GetTimestamp();
            if (await queue.TakeAsync(settings.Name, settings.Lease, cancellationToken) is { } item)
            {
                await ExportAsync(item, asked, cancellationToken);
            }
            else if (await queue.HasWorkAsync(cancellationToken))
            {
                // Others hold the rest. One of them may end before it is done.
                await Task.Delay(Pause, clock, cancellationToken);
            }
            else
            {
                return;
            }
        }
    }

    private async Task ExportAsync(WorkItem item, long asked, CancellationToken cancellationToken)
    {
        await using var lease = new Lease(queue, item, settings.Lease, asked, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, lease.Lost);
        try
        {
            using var file = ItemFile.Create(settings.Folder, item);
            var rows = await export.WriteAsync(item, file.Content, lease.Report, either.Token);
            var isDone = await lease.CompleteAsync(file, rows, either.Token);
            report(isDone ? $"{item}: {rows} rows, attempt {item.Attempt}" : $"{item}: taken by another worker");
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            // The token is canceled already, but the item is to be given back.
            using var farewell = new CancellationTokenSource(LongestFarewell, clock);
            await queue.GiveBackAsync(item, farewell.Token);
            throw;
        }
        catch (OperationCanceledException) when (lease.Lost.IsCancellationRequested)
        {
            report($"{item}: the lease was lost");
        }
        catch (KoreXoAuthenticationException)
        {
            // It is not about the item, and all others would fail as well.
            await queue.GiveBackAsync(item, cancellationToken);
            throw;
        }
        catch (Exception exception)
            when (exception is KoreXoException or IOException or UnauthorizedAccessException or InvalidDataException)
        {
            var isFinal = exception is KoreXoException { IsTransient: false };
            var isHeld = await queue.FailAsync(item, exception.Message, isFinal, cancellationToken);
            report(isHeld ? $"{item}: {exception.Message}" : $"{item}: taken by another worker");
        }
    }
}
