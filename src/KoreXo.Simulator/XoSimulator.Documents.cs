using KoreXo.Simulator.Behaviors;
using KoreXo.Simulator.Behaviors.Documented;
using KoreXo.Simulator.Documents;

namespace KoreXo.Simulator;

/// <content>Members for services other than the platform.</content>
public sealed partial class XoSimulator
{
    /// <summary>
    /// Starts a simulator of the service that an OpenAPI document describes, instead of the platform. Resources that can be created are
    /// kept; everything else is answered with the examples and schemas of the document. <see cref="Operations"/> says which is which.
    /// <code>
    /// await using var crm = await XoSimulator.StartForAsync(await File.ReadAllTextAsync("crm.openapi.yaml"));
    /// SimulatedApp app = crm.AddAppWithAllScopes("oauth");
    /// // Point a client at crm.Endpoint with app.CreateToken(…) or app.ClientSecret.
    /// </code>
    /// </summary>
    /// <param name="document">The document as JSON or YAML: OpenAPI 3.0, 3.1, 3.2 or Swagger 2.0, in one file.</param>
    /// <param name="options">The options. Without them, the defaults apply. <see cref="XoSimulatorOptions.Documents"/> is not used.</param>
    /// <param name="cancellationToken">A token to cancel the start.</param>
    /// <returns>The running service, which stops when it is disposed.</returns>
    /// <exception cref="ArgumentException">An option is out of range.</exception>
    /// <exception cref="FormatException">The document cannot be read; the message has one line for each error.</exception>
    /// <exception cref="IOException">The port is taken.</exception>
    public static async Task<XoSimulator> StartForAsync(
        string document,
        XoSimulatorOptions? options = null,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(document);
        options ??= new XoSimulatorOptions();
        Check(options);
        var catalog = await ApiCatalog.LoadOtherAsync(document, cancellationToken).ConfigureAwait(false);
        var state = new PlatformState(options.Seed, options.TimeProvider, options.PollsPerJob);
        var callers = new SchemeCallers(catalog, state.Apps, new TokenVerifier(state.Apps, state.Time));
        var behaviors = new DocumentBehaviors(catalog, state);
        var parts = new Parts(catalog, state, behaviors.Table, behaviors.Operations, callers, new DocumentedErrors());
        return await StartAsync(parts, options, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Gets the names of the credentials that operations accept; those of the platform are the kinds of apps.</summary>
    public IReadOnlyList<string> Credentials => [.. _catalog.Scopes.Credentials.Order(StringComparer.Ordinal)];

    /// <summary>Registers an app with a credential of the document and the scopes it is granted.</summary>
    /// <param name="credential">The name of a security scheme, or of a credential that the scopes of operations name: one of
    /// <see cref="Credentials"/>.</param>
    /// <param name="scopes">The scopes, by name or by an alias defined in the document.</param>
    /// <returns>The app: its secret is its API key, and the id and secret are its name and password for basic authentication.</returns>
    /// <exception cref="ArgumentException">No operation accepts the credential, or the document does not define one of the
    /// scopes.</exception>
    public SimulatedApp AddApp(string credential, params IEnumerable<string> scopes)
    {
        ArgumentException.ThrowIfNullOrEmpty(credential);
        ArgumentNullException.ThrowIfNull(scopes);
        if (!_catalog.Scopes.Credentials.Contains(credential, StringComparer.Ordinal))
        {
            throw new ArgumentException(
                $"No operation accepts the credential '{credential}'; there are: {string.Join(", ", Credentials)}.",
                nameof(credential)
            );
        }

        var app = new SimulatedApp(credential, _state.Ids.Groups(), _catalog.Scopes, scopes, _state.Time);
        _state.Apps.Add(app);
        return app;
    }

    /// <summary>Registers an app with a credential of the document and every scope that an operation requires of it.</summary>
    /// <param name="credential">One of <see cref="Credentials"/>.</param>
    /// <returns>The app.</returns>
    /// <exception cref="ArgumentException">No operation accepts the credential.</exception>
    public SimulatedApp AddAppWithAllScopes(string credential) => AddApp(credential, _catalog.Scopes.AllOf(credential));
}
