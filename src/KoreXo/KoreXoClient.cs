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
    private readonly AdminClient? _admin;
    private readonly AnalyticsClient? _analytics;
    private readonly BotDefinitionClient? _botDefinition;
    private readonly DataTablesClient? _dataTables;
    private readonly NlpTrainingClient? _nlpTraining;

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

    internal KoreXoClient(ApiConnection connection)
    {
        _admin = new AdminClient(connection);
        _analytics = new AnalyticsClient(connection);
        _botDefinition = new BotDefinitionClient(connection);
        _dataTables = new DataTablesClient(connection);
        _nlpTraining = new NlpTrainingClient(connection);
    }

    /// <summary>The account: users, roles, groups, audit logs, erasing of customers' data.</summary>
    public virtual AdminClient Admin => Area(_admin);

    /// <summary>What happened: sessions, conversations, logs, metrics, billing, and the recognition of intents.</summary>
    public virtual AnalyticsClient Analytics => Area(_analytics);

    /// <summary>Bots: files, import and export, publishing, languages, channels, notifications, variables, tests.</summary>
    public virtual BotDefinitionClient BotDefinition => Area(_botDefinition);

    /// <summary>Data tables and views: rows in, out, changed and deleted.</summary>
    public virtual DataTablesClient DataTables => Area(_dataTables);

    /// <summary>What bots learn: utterances, training, FAQs and their extraction, thresholds.</summary>
    public virtual NlpTrainingClient NlpTraining => Area(_nlpTraining);

    private static T Area<T>(T? area)
        where T : class =>
        area ?? throw new InvalidOperationException("This client was made for mocking and reaches nothing; override the property.");
}
