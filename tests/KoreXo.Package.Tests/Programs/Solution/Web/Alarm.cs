namespace Travel.Web;

/// <summary>Tells everyone.</summary>
internal sealed class Alarm(IEnumerable<INotifier> notifiers)
{
    public Task RaiseAsync(string text, CancellationToken cancellationToken) =>
        Task.WhenAll(notifiers.Select(notifier => notifier.NotifyAsync(text, cancellationToken)));
}
