using System.Diagnostics;
using Travel.Observer;

/// <summary>Loaded into a program by DOTNET_STARTUP_HOOKS: writes which entry point makes which call into a file.</summary>
internal static class StartupHook
{
    private const string Entry = "entry";

    private static readonly Lock Gate = new();
    private static string _file = "";

    public static void Initialize()
    {
        _file = Environment.GetEnvironmentVariable("OBSERVED") ?? "";
        if (_file.Length == 0)
        {
            return;
        }

        ActivitySource.AddActivityListener(
            new ActivityListener
            {
                ShouldListenTo = static source => source.Name == "KoreXo",
                Sample = static (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
                ActivityStarted = static activity => activity.SetCustomProperty(Entry, Observed.Entry),
                ActivityStopped = Write,
            }
        );
        DiagnosticListener.AllListeners.Subscribe(new Watcher<DiagnosticListener>(Watch));
    }

    private static void Watch(DiagnosticListener listener)
    {
        switch (listener.Name)
        {
            case "Microsoft.AspNetCore":
                listener.Subscribe(new Watcher<KeyValuePair<string, object?>>(Hosted.SeeRequest));
                break;
            case "Microsoft.Extensions.Hosting":
                listener.Subscribe(new Watcher<KeyValuePair<string, object?>>(Hosted.SeeHost));
                break;
        }
    }

    // A job's polls belong to the call that started it.
    private static void Write(Activity activity)
    {
        if (activity.GetTagItem("korexo.scopes") is not string scopes)
        {
            return;
        }

        var job = activity.Parent is { } parent && parent.OperationName.EndsWith(" wait", StringComparison.Ordinal) ? parent : null;
        var operation = (job ?? activity).GetTagItem("korexo.operation") ?? job?.OperationName.Split(' ')[0];
        lock (Gate)
        {
            File.AppendAllText(
                _file,
                $"{activity.GetCustomProperty(Entry)}\t{operation}\t{activity.GetTagItem("korexo.credential")}\t{scopes}\n"
            );
        }
    }

    private sealed class Watcher<T>(Action<T> see) : IObserver<T>
    {
        public void OnNext(T value) => see(value);

        public void OnCompleted() { }

        public void OnError(Exception error) { }
    }
}
