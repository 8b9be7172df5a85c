namespace Travel.Web;

internal interface INotifier
{
    Task NotifyAsync(string text, CancellationToken cancellationToken);
}
