using KoreXo.Admin;
using KoreXo.Analytics;
using KoreXo.BotDefinition;
using KoreXo.DataTables;
using KoreXo.NlpTraining;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>The public APIs of the Kore.ai XO Platform, one property for each section of its catalog.</summary>
/// <remarks>Thread-safe; make one and share it. The areas share the client's connections, tokens and quotas.</remarks>
public class KoreXoClient
{
    private readonly ApiConnection? _connection;
    private AdminClient? _admin;
    private AnalyticsClient? _analytics;
    private BotDefinitionClient? _botDefinition;
    private DataTablesClient? _dataTables;
    private NlpTrainingClient? _nlpTraining;

    /// <summary>Makes a client that reaches nothing; for mocks, which override what they need.</summary>
    protected KoreXoClient()
    {
    }

    /// <summary>Makes a client with connections of its own.</summary>
    /// <param name="options">Where the platform is and with which credentials it is called. Read once: later changes have no effect.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong.</exception>
    public KoreXoClient(KoreXoClientOptions options)
        : this(new ApiConnection(options))
    {
    }

    /// <summary>Makes a client on an <see cref="HttpClient"/> of the caller's, whose settings are left as they are.</summary>
    /// <param name="options">Where the platform is and with which credentials it is called. Read once: later changes have no effect.</param>
    /// <param name="httpClient">What sends the requests; not disposed by the client.</param>
    /// <exception cref="ArgumentException">An option is missing or wrong.</exception>
    public KoreXoClient(KoreXoClientOptions options, HttpClient httpClient)
        : this(new ApiConnection(options, httpClient))
    {
    }

    internal KoreXoClient(ApiConnection connection) => _connection = connection;

    /// <summary>The account: users, roles, groups, audit logs, erasing of customers' data.</summary>
    public virtual AdminClient Admin => Area(ref _admin, static connection => new AdminClient(connection));

    /// <summary>What happened: sessions, conversations, logs, metrics, billing, and the recognition of intents.</summary>
    public virtual AnalyticsClient Analytics => Area(ref _analytics, static connection => new AnalyticsClient(connection));

    /// <summary>Bots: files, import and export, publishing, languages, channels, notifications, variables, tests.</summary>
    public virtual BotDefinitionClient BotDefinition => Area(ref _botDefinition, static connection => new BotDefinitionClient(connection));

    /// <summary>Data tables and views: rows in, out, changed and deleted.</summary>
    public virtual DataTablesClient DataTables => Area(ref _dataTables, static connection => new DataTablesClient(connection));

    /// <summary>What bots learn: utterances, training, FAQs and their extraction, thresholds.</summary>
    public virtual NlpTrainingClient NlpTraining => Area(ref _nlpTraining, static connection => new NlpTrainingClient(connection));

    // Made when it is first asked for: what a process does not call, it need not load.
    private T Area<T>(ref T? area, Func<ApiConnection, T> make)
        where T : class
    {
        if (Volatile.Read(ref area) is { } made)
        {
            return made;
        }

        var connection = _connection ?? throw new InvalidOperationException("This client was made for mocking and reaches nothing; override the property.");
        return Interlocked.CompareExchange(ref area, make(connection), comparand: null) ?? area;
    }
}
