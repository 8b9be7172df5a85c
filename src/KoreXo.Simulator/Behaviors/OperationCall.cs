using System.Text.Json;
using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Requests;

namespace KoreXo.Simulator.Behaviors;

/// <summary>A request that the documents allow, from an app that may make it.</summary>
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

    /// <summary>The address of the simulator, for links to itself.</summary>
    public Uri Endpoint { get; }

    /// <summary>The JSON body; undefined when there is none.</summary>
    public JsonElement Body { get; }

    public SimulatedApp App =>
        _app
        ?? throw new InvalidOperationException($"The document lets anyone call {Operation.Id}, although the simulator counts on an app.");

    public MultipartForm Form =>
        _form ?? throw new InvalidOperationException($"The document gives {Operation.Id} no form, although the simulator counts on one.");

    /// <summary>A member of the body that the schema lets be left out; null when it is, or is null.</summary>
    public JsonElement? Member(string name) => Body.Member(name);

    /// <summary>A text of the body.</summary>
    public string? Text(string name) => Body.Text(name);
}
