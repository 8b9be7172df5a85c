using KoreXo.Admin;
using KoreXo.Analytics;
using KoreXo.BotDefinition;
using KoreXo.DataTables;
using KoreXo.NlpTraining;
using KoreXo.Runtime;

namespace KoreXo;

/// <summary>A client for the public APIs of the Kore.ai XO Platform, with one property for each section of its catalog.</summary>
/// <remarks>
/// Thread-safe; create one and share it. The area clients share its connections, tokens and rate limits, and are unusable once it is
/// disposed.
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
    /// Initializes a new instance of the <see cref="KoreXoClient"/> class with its own connections, which are closed when it is disposed.
    /// </summary>
    /// <param name="options">The endpoint, the credentials and other settings. They are read once: later changes have no effect.</param>
    /// <exception cref="ArgumentException">An option is missing or invalid.</exception>
    public KoreXoClient(KoreXoClientOptions options)
        : this(new ApiConnection(options)) { }

    /// <summary>Initializes a new instance of the <see cref="KoreXoClient"/> class over an <see cref="HttpClient"/>.</summary>
    /// <param name="options">The endpoint, the credentials and other settings. They are read once: later changes have no effect.</param>
    /// <param name="httpClient">The client that sends the requests. It is used as configured, and not disposed. Its handler must not follow
    /// redirects (<see cref="SocketsHttpHandler.AllowAutoRedirect"/> = <see langword="false"/>): .NET forwards credential headers other
    /// than Authorization to any host. A call that was redirected to another origin fails, but only after the credential was sent; one that
    /// was redirected back to the endpoint is not detected. Pass a handler instead of an <see cref="HttpClient"/> to have redirects turned
    /// off.</param>
    /// <exception cref="ArgumentException">An option is missing or invalid.</exception>
    public KoreXoClient(KoreXoClientOptions options, HttpClient httpClient)
        : this(new ApiConnection(options, httpClient)) { }

    /// <summary>
    /// Initializes a new instance of the <see cref="KoreXoClient"/> class over a handler, for proxies, certificates and custom handlers.
    /// The credential is only sent to the endpoint's origin.
    /// </summary>
    /// <param name="options">The endpoint, the credentials and other settings. They are read once: later changes have no effect.</param>
    /// <param name="handler">The handler that sends the requests; it is not disposed. Automatic redirects are turned off on a
    /// <see cref="SocketsHttpHandler"/> or <see cref="HttpClientHandler"/>, also at the end of a chain of handlers.</param>
    /// <exception cref="ArgumentException">An option is missing or invalid, or the handler follows redirects and has already been used, so
    /// that they cannot be turned off.</exception>
    public KoreXoClient(KoreXoClientOptions options, HttpMessageHandler handler)
        : this(new ApiConnection(options, handler)) { }

    internal KoreXoClient(ApiConnection connection)
        : base(connection, Describe, ownsConnection: true) { }

    /// <summary>Gets the client for the account: users, roles, groups, audit logs, erasure of customer data.</summary>
    public virtual AdminClient Admin => Part(ref _admin, static connection => new AdminClient(connection));

    /// <summary>Gets the client for analytics: sessions, conversations, logs, metrics, billing, and intent recognition.</summary>
    public virtual AnalyticsClient Analytics => Part(ref _analytics, static connection => new AnalyticsClient(connection));

    /// <summary>
    /// Gets the client for bots: files, import and export, publishing, languages, channels, notifications, variables, tests.
    /// </summary>
    public virtual BotDefinitionClient BotDefinition => Part(ref _botDefinition, static connection => new BotDefinitionClient(connection));

    /// <summary>Gets the client for data tables and views: inserting, querying, updating and deleting rows.</summary>
    public virtual DataTablesClient DataTables => Part(ref _dataTables, static connection => new DataTablesClient(connection));

    /// <summary>Gets the client for NLP training: utterances, training, FAQs and their extraction, thresholds.</summary>
    public virtual NlpTrainingClient NlpTraining => Part(ref _nlpTraining, static connection => new NlpTrainingClient(connection));

    /// <summary>Describes the combined API of all areas, for raw calls, scope checks and options validation.</summary>
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
