using KoreXo.Admin;
using KoreXo.Analytics;
using KoreXo.BotDefinition;
using KoreXo.DataTables;
using KoreXo.NlpTraining;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>The public APIs of the Kore.ai XO Platform, one property for each section of its catalog.</summary>
/// <remarks>
/// Thread-safe; create one and share it. The areas share the client's connections, tokens and rate limits, and end with it.
/// </remarks>
public class KoreXoClient : ApiClient
{
    private AdminClient? _admin;
    private AnalyticsClient? _analytics;
    private BotDefinitionClient? _botDefinition;
    private DataTablesClient? _dataTables;
    private NlpTrainingClient? _nlpTraining;

    /// <summary>Initializes a new instance for mocking.</summary>
    protected KoreXoClient() { }

    /// <summary>
    /// Initializes a new instance of the <see cref="KoreXoClient"/> class with connections of its own, which are closed with it.
    /// </summary>
    /// <param name="options">Where the platform is and with which credentials it is called. Read once: later changes have no
    /// effect.</param>
    /// <exception cref="ArgumentException">An option is missing or invalid.</exception>
    public KoreXoClient(KoreXoClientOptions options)
        : this(new ApiConnection(options)) { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoClient"/> class over an <see cref="HttpClient"/>.</summary>
    /// <param name="options">Where the platform is and with which credentials it is called. Read once: later changes have no
    /// effect.</param>
    /// <param name="httpClient">
    /// Sends the requests; used as it is, and not disposed by the client. Its handler must not follow redirects
    /// (<see cref="SocketsHttpHandler.AllowAutoRedirect"/>
    /// = <see langword="false"/>): .NET takes headers with a credential, other than Authorization, along to any host. A call that was
    /// redirected to another
    /// origin fails, but only after that. With a handler instead of an <see cref="HttpClient"/>, redirects are turned off.
    /// </param>
    /// <exception cref="ArgumentException">An option is missing or invalid.</exception>
    public KoreXoClient(KoreXoClientOptions options, HttpClient httpClient)
        : this(new ApiConnection(options, httpClient)) { }

    /// <summary>
    /// Initializes a new instance of the <see cref="KoreXoClient"/> class over a handler, for proxies, certificates and handlers of your
    /// own. The credential is only sent to the endpoint's origin.
    /// </summary>
    /// <param name="options">Where the platform is and with which credentials it is called. Read once: later changes have no
    /// effect.</param>
    /// <param name="handler">Sends the requests; not disposed by the client. Automatic redirects are turned off on a
    /// <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/>, also at the end of a chain.</param>
    /// <exception cref="ArgumentException">An option is missing or invalid, or the handler follows redirects and has been used, so that
    /// this cannot be turned off.</exception>
    public KoreXoClient(KoreXoClientOptions options, HttpMessageHandler handler)
        : this(new ApiConnection(options, handler)) { }

    internal KoreXoClient(ApiConnection connection)
        : base(connection, Describe, ownsConnection: true) { }

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

        return Interlocked.CompareExchange(ref area, make(Connection), comparand: null) ?? area;
    }

    /// <summary>Describes what all areas have in common, for raw calls, scope checks and the check of options.</summary>
    internal static ApiDescription Describe() =>
        ApiDescription.Combine(
            "KoreXo",
            AdminOperations.Api,
            AnalyticsOperations.Api,
            BotDefinitionOperations.Api,
            DataTablesOperations.Api,
            NlpTrainingOperations.Api
        );
}
