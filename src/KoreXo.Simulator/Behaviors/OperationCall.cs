using System.Text.Json;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors;

/// <summary>A valid request from an app that is allowed to make it.</summary>
internal sealed class OperationCall
{
    private readonly SimulatedApp? _app;
    private readonly MultipartForm? _form;

    public OperationCall(
        ApiOperation operation,
        SimulatedApp? app,
        ParameterValues parameters,
        JsonElement body,
        MultipartForm? form,
        Uri endpoint
    )
    {
        Operation = operation;
        _app = app;
        Parameters = parameters;
        Body = body;
        _form = form;
        Endpoint = endpoint;
    }

    public ApiOperation Operation { get; }

    public ParameterValues Parameters { get; }

    /// <summary>Gets the address of the simulator, for links to itself.</summary>
    public Uri Endpoint { get; }

    /// <summary>Gets the values in the path, decoded, by the names of its parameters.</summary>
    public IReadOnlyDictionary<string, string> PathValues { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Gets the path as sent.</summary>
    public string Path { get; init; } = "";

    /// <summary>Gets the media types that the caller accepts; empty for any.</summary>
    public string Accept { get; init; } = "";

    /// <summary>Gets the client id of the app; null if the operation requires none.</summary>
    public string? ClientId => _app?.ClientId;

    /// <summary>Gets the JSON body; undefined if there is none.</summary>
    public JsonElement Body { get; }

    public SimulatedApp App =>
        _app
        ?? throw new InvalidOperationException($"The document lets anyone call {Operation.Id}, although the simulator requires an app.");

    public MultipartForm Form =>
        _form ?? throw new InvalidOperationException($"The document gives {Operation.Id} no form, although the simulator requires one.");

    /// <summary>Returns an optional member of the body; null if it is absent or null.</summary>
    public JsonElement? Member(string name) => Body.Member(name);

    /// <summary>Returns a string member of the body.</summary>
    public string? Text(string name) => Body.Text(name);
}
