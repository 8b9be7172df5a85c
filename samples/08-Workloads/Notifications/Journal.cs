using System.Globalization;
using System.Text;

namespace Workloads.Notifications;

/// <summary>
/// What was done so far, in a file: a line before a batch is sent, one when its job has started, and one when the job has ended. Each is
/// on disk before the program goes on. Hence, whenever the process is killed, the next one knows what must not be sent again.
/// </summary>
internal sealed class Journal : IDisposable
{
    private readonly FileStream _file;
    private readonly SortedDictionary<int, Batch> _batches = [];

    /// <summary>Opens the journal, and creates it if there is none. No other process can open it meanwhile.</summary>
    /// <exception cref="IOException">It is in use.</exception>
    public Journal(string path)
    {
        _file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        var bytes = new byte[_file.Length];
        _file.ReadExactly(bytes);

        // A line without its end was being written when the process was killed: what it says has not begun.
        var end = Array.LastIndexOf(bytes, (byte)'\n') + 1;
        foreach (var line in Encoding.UTF8.GetString(bytes, 0, end).Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            Read(line.Split('\t'));
        }

        _file.SetLength(end);
        _file.Position = end;
    }

    public IEnumerable<Batch> Batches => _batches.Values;

    /// <summary>Notes that a batch is about to be sent.</summary>
    public Batch Begin(IReadOnlyList<string> recipients)
    {
        var number = _batches.Count == 0 ? 1 : _batches.Keys.Last() + 1;
        Write("sending", number, recipients);
        return _batches[number];
    }

    /// <summary>Notes that a batch was certainly not sent.</summary>
    public void Withdraw(Batch batch) => Write("rejected", batch.Number, []);

    /// <summary>Notes that the platform has accepted a batch.</summary>
    public void Start(Batch batch, string resumeToken) => Write("started", batch.Number, [resumeToken]);

    /// <summary>Notes what became of a batch.</summary>
    public void End(Batch batch, IEnumerable<Outcome> outcomes) =>
        Write(
            "ended",
            batch.Number,
            outcomes.SelectMany(static outcome =>
                new[]
                {
                    outcome.Recipient,
                    outcome.IsDelivered?.ToString() ?? "",
                    outcome.Reason.ReplaceLineEndings(" ").Replace('\t', ' '),
                }
            )
        );

    public void Dispose() => _file.Dispose();

    private void Write(string fact, int number, IEnumerable<string> values)
    {
        string[] cells = [fact, number.ToString(CultureInfo.InvariantCulture), .. values];
        _file.Write(Encoding.UTF8.GetBytes(string.Join('\t', cells) + "\n"));
        _file.Flush(flushToDisk: true);
        Read(cells);
    }

    private void Read(string[] cells)
    {
        var (number, values) = (int.Parse(cells[1], CultureInfo.InvariantCulture), cells[2..]);
        switch (cells[0])
        {
            case "sending":
                _batches.Add(number, new Batch(number, values));
                break;
            case "rejected":
                _batches.Remove(number);
                break;
            case "started":
                _batches[number].ResumeToken = values[0];
                break;
            default:
                _batches[number].Outcomes =
                [
                    .. values
                        .Chunk(3)
                        .Select(static cells => new Outcome(cells[0], cells[1].Length == 0 ? null : bool.Parse(cells[1]), cells[2])),
                ];
                break;
        }
    }
}
