using KoreXo.Simulator.Behaviors;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Hosting;
using KoreXo.Simulator.Monitoring;
using KoreXo.Simulator.Quotas;
using KoreXo.Simulator.Requests;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Simulator;

/// <summary>
/// The platform in memory, on a free port of the loopback address. It is driven by the OpenAPI documents that the clients
/// come from: a request that they do not allow, or that the platform's pages say is refused, is refused with the reason.
/// <code>
/// await using var platform = await XoSimulator.StartAsync();
/// SimulatedApp app = platform.AddAppWithAllScopes(AppKind.Data);
/// platform.AddTable("Employees");
/// // Point a client at platform.Endpoint with app.ClientId and app.ClientSecret.
/// </code>
/// </summary>
/// <remarks>
/// An error answer has the body <c>{"errors":[{"msg":"…","code":403}]}</c>; each answer has the header <c>x-request-id</c>.
/// All members may be used while requests are served.
/// </remarks>
public sealed partial class XoSimulator : IAsyncDisposable
{
    private readonly LoopbackHost _host;
    private readonly ApiCatalog _catalog;
    private readonly PlatformState _state;
    private readonly QuotaBook _quotas;
    private readonly RequestLog _log;
    private readonly RequestPipeline _pipeline;

    private XoSimulator(
        LoopbackHost host,
        ApiCatalog catalog,
        PlatformState state,
        QuotaBook quotas,
        RequestLog log,
        RequestPipeline pipeline
    )
    {
        _host = host;
        _catalog = catalog;
        _state = state;
        _quotas = quotas;
        _log = log;
        _pipeline = pipeline;
    }

    /// <summary>The address to call: plain HTTP, loopback, without a path.</summary>
    public Uri Endpoint => _host.Endpoint;

    /// <summary>The data tables, by name.</summary>
    public IReadOnlyDictionary<string, SimulatedTable> Tables => _state.Tables.Tables;

    /// <summary>The bots, by id: added here or made by imports.</summary>
    public IReadOnlyDictionary<string, SimulatedBot> Bots => _state.Bots.Bots;

    /// <summary>The requests that have been answered so far, oldest first, whatever the answer was.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>What was counted against each quota so far.</summary>
    public IReadOnlyList<SimulatedQuota> Quotas => _quotas.Snapshot();

    /// <summary>What goes wrong from now on. Setting a plan begins it anew: requests are numbered from 1 again.</summary>
    /// <value>The default is <see cref="FaultPlan.None"/>.</value>
    public FaultPlan Faults
    {
        get => _pipeline.Faults;
        set
        {
            ArgumentNullException.ThrowIfNull(value);
            _pipeline.Faults = value;
        }
    }

    /// <summary>Starts a platform without apps, tables and bots.</summary>
    /// <param name="options">How it behaves; the defaults when left out.</param>
    /// <param name="cancellationToken">Gives up the start.</param>
    /// <returns>The running platform, which stops when it is disposed of.</returns>
    /// <exception cref="ArgumentException">An option is out of its range.</exception>
    /// <exception cref="FormatException">A document cannot be read, or contradicts another.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<XoSimulator> StartAsync(XoSimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new XoSimulatorOptions();
        ArgumentNullException.ThrowIfNull(options.TimeProvider, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PollsPerJob, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRecordedRequests, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Port, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, ushort.MaxValue, nameof(options));
        foreach (var (budget, windows) in options.Quotas)
        {
            if (windows is null || windows.Any(window => window.Calls < 1 || window.Length <= TimeSpan.Zero))
            {
                throw new ArgumentException($"The quota '{budget}' has a window without calls or without length.", nameof(options));
            }
        }

        var catalog = await ApiCatalog.LoadAsync(options.Documents, cancellationToken).ConfigureAwait(false);
        var state = new PlatformState(options.Seed, options.TimeProvider, options.PollsPerJob);
        var log = new RequestLog(options.MaxRecordedRequests);
        var quotas = new QuotaBook(
            options.Quotas.Select(entry => KeyValuePair.Create(entry.Key, (IReadOnlyList<QuotaWindow>)[.. entry.Value])),
            options.EnforceQuotas,
            options.QuotaClock ?? options.TimeProvider
        );
        var pipeline = new RequestPipeline(
            catalog,
            PlatformBehaviors.Of(state),
            new TokenVerifier(state.Apps, state.Time),
            quotas,
            state,
            log
        );
        var monitor = new MonitorState(catalog, state.Apps, log.Snapshot, quotas.Snapshot);
        var details = new MonitorDetails(catalog, state.Apps, log.Snapshot);
        RequestDelegate handler = options.ShowMonitor
            ? new MonitorPage(monitor.Write, details.Write, pipeline.HandleAsync).HandleAsync
            : pipeline.HandleAsync;
        var host = await LoopbackHost.StartAsync(options.Port, handler, cancellationToken).ConfigureAwait(false);
        return new XoSimulator(host, catalog, state, quotas, log, pipeline);
    }

    /// <summary>Registers an app with the scopes it is granted.</summary>
    /// <param name="kind">The kind of app.</param>
    /// <param name="scopes">The scopes, by name or another spelling that the documents know; for a data app its rights.</param>
    /// <returns>The app with its id and secret.</returns>
    /// <exception cref="ArgumentException">No document knows one of the scopes.</exception>
    public SimulatedApp AddApp(AppKind kind, params IEnumerable<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var app = new SimulatedApp(kind, _state.Ids.Groups(), _catalog.Scopes, scopes, _state.Time);
        _state.Apps.Add(app);
        return app;
    }

    /// <summary>Registers an app with every scope that some operation of the documents asks of its kind.</summary>
    /// <param name="kind">The kind of app.</param>
    /// <returns>The app with its id and secret.</returns>
    public SimulatedApp AddAppWithAllScopes(AppKind kind) => AddApp(kind, _catalog.Scopes.AllOf(kind.Credential()));

    /// <summary>Adds an empty data table.</summary>
    /// <param name="name">The name of the table, in any characters.</param>
    /// <param name="columns">The columns that queries describe even before a row has them; the table takes others too.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">The name is empty or taken, or two columns have one name.</exception>
    public SimulatedTable AddTable(string name, params IEnumerable<SimulatedColumn> columns)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(columns);
        IReadOnlyList<SimulatedColumn> declared = [.. columns];
        if (declared.GroupBy(column => column.Name, StringComparer.Ordinal).FirstOrDefault(group => group.Count() > 1) is { } twice)
        {
            throw new ArgumentException(
                $"The table '{name}' has the column '{twice.Key}' twice; give each column its own name.",
                nameof(columns)
            );
        }

        var table = new SimulatedTable(name, declared, _state.Ids, _state.Time);
        _state.Tables.Add(table);
        return table;
    }

    /// <summary>Adds a data view over a table.</summary>
    /// <param name="name">The name of the view, in any characters.</param>
    /// <param name="table">The table that the rows come from.</param>
    /// <param name="condition">Which rows the view shows; all when left out. It is called by many requests at once.</param>
    /// <returns>The view.</returns>
    /// <exception cref="ArgumentException">The name is empty or taken.</exception>
    public SimulatedView AddView(string name, SimulatedTable table, Func<TableRow, bool>? condition = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        ArgumentNullException.ThrowIfNull(table);
        var view = new SimulatedView(name, table, condition ?? (_ => true));
        _state.Tables.Add(view);
        return view;
    }

    /// <summary>Adds a bot that has been in use: with one dialog and one enabled channel, and published once.</summary>
    /// <param name="name">The name of the bot.</param>
    /// <returns>The bot.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public SimulatedBot AddBot(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _state.Bots.AddSeasoned(name);
    }

    /// <summary>
    /// Makes a transport that brings requests to this platform without a network, for <c>new HttpClient(platform.CreateHandler())</c>. It
    /// keeps no time by itself, so that tests on a fake clock pass at once; where requests go, whatever their host, is here.
    /// </summary>
    /// <returns>The transport. Disposing of it leaves the platform running.</returns>
    public HttpMessageHandler CreateHandler() => new InProcessHandler(_pipeline.HandleAsync, Endpoint);

    /// <summary>Stops the server. Requests that are being answered get two seconds to end.</summary>
    /// <returns>The end of the stopping.</returns>
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
