using System.Runtime.CompilerServices;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using KoreXo;
using KoreXo.Analytics;

namespace AnalyticsExport;

/// <summary>
/// Exports the sessions of a bot and their messages, window by window and page by page. After each page the files are flushed and the
/// checkpoint is replaced, so that however the process ends, the next one resumes after the last complete page.
/// </summary>
internal sealed class Export(AnalyticsClient analytics, ExportSettings settings, TimeProvider clock)
{
    private const int MostFailures = 20;

    private static readonly JsonSerializerOptions Json = new() { TypeInfoResolver = AnalyticsJson.Resolver };
    private static readonly JsonTypeInfo<Session> SessionType = (JsonTypeInfo<Session>)Json.GetTypeInfo(typeof(Session));
    private static readonly JsonTypeInfo<ConversationMessage> MessageType =
        (JsonTypeInfo<ConversationMessage>)Json.GetTypeInfo(typeof(ConversationMessage));

    /// <summary>Gets the number of windows.</summary>
    public int Windows => (int)Math.Ceiling((settings.To - settings.From) / settings.Window);

    public static string SessionsPath(string folder) => Path.Combine(folder, "sessions.jsonl");

    public static string MessagesPath(string folder) => Path.Combine(folder, "messages.jsonl");

    /// <summary>Runs the export to completion, from where the folder's last export stopped.</summary>
    /// <param name="progress">Receives the checkpoint after each page.</param>
    /// <param name="cancellationToken">A token to cancel the export, which can be resumed.</param>
    /// <returns>The final checkpoint.</returns>
    public async Task<Checkpoint> RunAsync(IProgress<Checkpoint> progress, CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.Folder);
        using var own = FolderLock.Take(settings.Folder);
        var source = $"{settings.BotId} {settings.From:O} {settings.To:O} {settings.Window} {settings.PageSize}";
        var at = Checkpoint.Load(settings.Folder) ?? new Checkpoint { Source = source };
        if (at.Source != source)
        {
            throw new InvalidDataException($"The folder '{settings.Folder}' holds another export: {at.Source}. Choose another with --out.");
        }

        using var sessions = JsonLinesFile.Open(SessionsPath(settings.Folder), at.SessionsLength);
        using var messages = JsonLinesFile.Open(MessagesPath(settings.Folder), at.MessagesLength);
        progress.Report(at);
        var failures = 0;
        while (at.Window < Windows)
        {
            try
            {
                await foreach (var step in StepsAsync(at, sessions, messages, cancellationToken))
                {
                    at = step with { SessionsLength = sessions.Length, MessagesLength = messages.Length };
                    at.Save(settings.Folder);
                    progress.Report(at);
                    failures = 0;
                }
            }
            catch (KoreXoException exception) when (IsWorthAnotherTry(exception) && ++failures < MostFailures)
            {
                // The client has used up its retries. The export only reads, so it can try again after a while.
                await Task.Delay(exception.RetryAfter ?? TimeSpan.FromSeconds(2 * failures), clock, cancellationToken);
            }
        }

        return at;
    }

    private static bool IsWorthAnotherTry(KoreXoException exception) =>
        exception
            is not (KoreXoAuthenticationException or KoreXoForbiddenException or KoreXoValidationException or KoreXoNotFoundException);

    /// <summary>Writes the pages of one list, and returns the checkpoint after each.</summary>
    private IAsyncEnumerable<Checkpoint> StepsAsync(
        Checkpoint at,
        JsonLinesFile sessions,
        JsonLinesFile messages,
        CancellationToken cancellationToken
    )
    {
        // The platform's time windows include both bounds, and its times have millisecond precision.
        var from = settings.From + (at.Window * settings.Window);
        var next = from + settings.Window;
        var to = (next < settings.To ? next : settings.To) - TimeSpan.FromMilliseconds(1);
        return at.InMessages
            ? WriteAsync(
                analytics.ListConversationHistoryV2Async(
                    settings.BotId,
                    new ConversationHistoryRequest
                    {
                        From = from,
                        To = to,
                        Forward = true,
                    },
                    cancellationToken: cancellationToken
                ),
                at,
                at with
                {
                    Window = at.Window + 1,
                    InMessages = false,
                    Continuation = null,
                },
                settings.PageSize,
                messages,
                MessageType,
                cancellationToken
            )
            : WriteAsync(
                analytics.ListSessionsAsync(
                    settings.BotId,
                    new SessionsRequest { From = from, To = to },
                    cancellationToken: cancellationToken
                ),
                at,
                at with
                {
                    InMessages = true,
                    Continuation = null,
                },
                settings.PageSize,
                sessions,
                SessionType,
                cancellationToken
            );
    }

    private static async IAsyncEnumerable<Checkpoint> WriteAsync<T>(
        PagedResult<T> list,
        Checkpoint at,
        Checkpoint after,
        int? pageSize,
        JsonLinesFile file,
        JsonTypeInfo<T> type,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        long? total = null;
        await foreach (var page in list.AsPages(at.Continuation, pageSize, cancellationToken))
        {
            file.Append(page.Items, type);
            total = page.Total ?? total;
            if (page.Continuation is not null)
            {
                yield return at with
                {
                    Continuation = page.Continuation,
                };
            }
        }

        yield return after with
        {
            Announced = at.Announced + (total ?? 0),
        };
    }
}
