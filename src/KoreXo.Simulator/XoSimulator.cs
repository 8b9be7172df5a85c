using KoreXo.Simulator.Behaviors;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Hosting;
using KoreXo.Simulator.Monitoring;
using KoreXo.Simulator.Quotas;
using KoreXo.Simulator.Requests;
using Microsoft.AspNetCore.Http;

namespace KoreXo.Simulator;

/// <summary>
/// The platform in memory, on a free port of the loopback address. It is driven by the same OpenAPI documents as the clients: a request
/// that violates them, or that the platform rejects according to its pages, is rejected with the reason.
/// <code>
/// await using var platform = await XoSimulator.StartAsync();
/// SimulatedApp app = platform.AddAppWithAllScopes(AppKind.Data);
/// platform.AddTable("Employees");
/// // Point a client at platform.Endpoint with app.ClientId and app.ClientSecret.
/// </code>
/// </summary>
/// <remarks>
/// Error responses have the body <c>{"errors":[{"msg":"…","code":403}]}</c>; every response has the header <c>x-request-id</c>. All members
/// are thread-safe and can be used while requests are being served.
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

    /// <summary>Gets the address of the platform: plain HTTP, loopback, without a path.</summary>
    public Uri Endpoint => _host.Endpoint;

    /// <summary>Gets the data tables, by name.</summary>
    public IReadOnlyDictionary<string, SimulatedTable> Tables => _state.Tables.Tables;

    /// <summary>Gets the bots by id, both added and imported.</summary>
    public IReadOnlyDictionary<string, SimulatedBot> Bots => _state.Bots.Bots;

    /// <summary>Gets all operations with what the simulator does when they are called, in the order of the documents.</summary>
    public IReadOnlyList<SimulatedOperation> Operations { get; private init; } = [];

    /// <summary>Gets the requests handled so far, oldest first, whatever their responses.</summary>
    public IReadOnlyList<RecordedRequest> Requests => _log.Snapshot();

    /// <summary>Gets what has been counted against each rate limit so far.</summary>
    public IReadOnlyList<SimulatedRateLimit> RateLimits => _quotas.Snapshot();

    /// <summary>
    /// Gets or sets the plan of faults to inject from now on. Setting a plan restarts it: requests are numbered from 1 again.
    /// </summary>
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
    /// <param name="options">The options. Without them, the defaults apply.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <returns>The running platform, which stops when it is disposed.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="FormatException">A document cannot be read, or contradicts another.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<XoSimulator> StartAsync(XoSimulatorOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new XoSimulatorOptions();
        Check(options);
        var catalog = await ApiCatalog.LoadAsync(options.Documents, cancellationToken).ConfigureAwait(false);
        var state = new PlatformState(options.Seed, options.TimeProvider, options.PollsPerJob);
        var callers = new PlatformCallers(new TokenVerifier(state.Apps, state.Time));
        var table = PlatformBehaviors.Of(state);
        IReadOnlyList<SimulatedOperation> operations =
        [
            .. catalog.Operations.Select(operation => new SimulatedOperation(
                operation.Id,
                operation.Method,
                operation.Path,
                table.Find(operation.Id) is null ? SimulatedEffect.None : SimulatedEffect.Platform,
                null,
                table.Find(operation.Id) is null ? "validated, then answered with 501" : null
            )),
        ];
        return await StartAsync(new Parts(catalog, state, table, operations, callers, new PlatformErrors()), options, cancellationToken)
            .ConfigureAwait(false);
    }

    private static void Check(XoSimulatorOptions options)
    {
        ArgumentNullException.ThrowIfNull(options.TimeProvider, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.PollsPerJob, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfLessThan(options.MaxRecordedRequests, 1, nameof(options));
        ArgumentOutOfRangeException.ThrowIfNegative(options.Port, nameof(options));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(options.Port, ushort.MaxValue, nameof(options));
        foreach (var (budget, windows) in options.RateLimits)
        {
            if (windows is null || windows.Any(window => window.Calls < 1 || window.Length <= TimeSpan.Zero))
            {
                throw new ArgumentException($"The rate limit '{budget}' has a window without calls or without length.", nameof(options));
            }
        }
    }

    // A name that no operation has would be a limit that is never applied, which a test notices last.
    private static void CheckBudgets(XoSimulatorOptions options, ApiCatalog catalog)
    {
        var known = catalog.Operations.Select(operation => operation.RateLimit?.Budget).OfType<string>().ToHashSet(StringComparer.Ordinal);
        if (options.RateLimits.Keys.FirstOrDefault(budget => !known.Contains(budget)) is { } unknown)
        {
            throw new ArgumentException(
                $"No operation counts against the budget '{unknown}'; there are: {string.Join(", ", known.Order(StringComparer.Ordinal))}.",
                nameof(options)
            );
        }
    }

    private static async Task<XoSimulator> StartAsync(Parts parts, XoSimulatorOptions options, CancellationToken cancellationToken)
    {
        var (catalog, state) = (parts.Catalog, parts.State);
        CheckBudgets(options, catalog);
        var log = new RequestLog(options.MaxRecordedRequests);
        var quotas = new QuotaBook(
            // The windows are copied: changing the list of the options later must not change a running platform.
            options.RateLimits.Select(entry => KeyValuePair.Create(entry.Key, (IReadOnlyList<RateLimitRule>)[.. entry.Value])),
            options.EnforceRateLimits,
            options.RateLimitClock ?? options.TimeProvider
        );
        var pipeline = new RequestPipeline(catalog, parts.Behaviors, parts.Callers, quotas, state, log, parts.Errors);
        var monitor = new MonitorState(catalog, state.Apps, log.Snapshot, quotas.Snapshot);
        var details = new MonitorDetails(catalog, state.Apps, log.Snapshot);
        // A service that has something at its root keeps it.
        RequestDelegate handler =
            options.ShowMonitor && !catalog.Operations.Any(operation => operation is { Method: "GET", Path: "/" })
                ? new MonitorPage(monitor.Write, details.Write, pipeline.HandleAsync).HandleAsync
                : pipeline.HandleAsync;
        // The server starts last, because requests can arrive as soon as it listens.
        var host = await LoopbackHost.StartAsync(options.Port, handler, cancellationToken).ConfigureAwait(false);
        return new XoSimulator(host, catalog, state, quotas, log, pipeline) { Operations = parts.Operations };
    }

    /// <summary>What differs between the platform and another service.</summary>
    private sealed record Parts(
        ApiCatalog Catalog,
        PlatformState State,
        BehaviorTable Behaviors,
        IReadOnlyList<SimulatedOperation> Operations,
        ICallerCheck Callers,
        IErrorForm Errors
    );

    /// <summary>Registers an app with the scopes it is granted.</summary>
    /// <param name="kind">The kind of app.</param>
    /// <param name="scopes">The scopes, by name or by an alias defined in the documents; for a data app, its permissions.</param>
    /// <returns>The app with its id and secret.</returns>
    /// <exception cref="ArgumentException">No document defines one of the scopes.</exception>
    public SimulatedApp AddApp(AppKind kind, params IEnumerable<string> scopes)
    {
        ArgumentNullException.ThrowIfNull(scopes);
        var app = new SimulatedApp(kind, _state.Ids.Groups(), _catalog.Scopes, scopes, _state.Time);
        _state.Apps.Add(app);
        return app;
    }

    /// <summary>Registers an app with every scope that an operation in the documents requires of its kind.</summary>
    /// <param name="kind">The kind of app.</param>
    /// <returns>The app with its id and secret.</returns>
    public SimulatedApp AddAppWithAllScopes(AppKind kind) => AddApp(kind, _catalog.Scopes.AllOf(kind.Credential()));

    /// <summary>Adds an empty data table.</summary>
    /// <param name="name">The name of the table; any characters are allowed.</param>
    /// <param name="columns">The columns that query responses list even before a row has them; the table accepts others too.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentException">The name is empty or taken, or two columns have the same name.</exception>
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
    /// <param name="name">The name of the view; any characters are allowed.</param>
    /// <param name="table">The table that provides the rows.</param>
    /// <param name="condition">The condition on the rows; by default, the view has all rows. It is called concurrently.</param>
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

    /// <summary>Adds a bot that has been in use: it has one dialog and one enabled channel, and was published once.</summary>
    /// <param name="name">The name of the bot.</param>
    /// <returns>The bot.</returns>
    /// <exception cref="ArgumentException">The name is empty.</exception>
    public SimulatedBot AddBot(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return _state.Bots.AddSeasoned(name);
    }

    /// <summary>
    /// Creates a handler that passes requests to this platform without a network, for <c>new HttpClient(platform.CreateHandler())</c>. It
    /// uses no timers of its own, so tests on a fake clock finish immediately. All requests reach this platform, whatever their host.
    /// </summary>
    /// <returns>The handler. Disposing it does not stop the platform.</returns>
    public HttpMessageHandler CreateHandler() => new InProcessHandler(_pipeline.HandleAsync, Endpoint);

    /// <summary>Stops the server. Requests in progress have two seconds to finish.</summary>
    /// <returns>A task that completes when the server has stopped.</returns>
    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
