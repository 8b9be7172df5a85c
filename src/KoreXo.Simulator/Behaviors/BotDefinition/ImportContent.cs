using System.Text.Json;
using KoreXo.Simulator.Bots;
using KoreXo.Simulator.Files;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Collects the content of an import from the uploaded files that its body names.</summary>
internal sealed class ImportContent(FileStore files)
{
    /// <summary>Reads separate files: a definition, a configuration, functions, an icon.</summary>
    /// <exception cref="RefusalException">400: a file does not exist.</exception>
    public BotContent FromFiles(OperationCall call) =>
        new(Demand(call, "botDefinition").Content, Demand(call, "configInfo").Content)
        {
            Functions = [.. Functions(call)],
            // The null must have a type: a null byte array would convert to an empty icon.
            Icon = call.Text("icon") is { } icon ? files.Demand(icon, "/icon").Content : (ReadOnlyMemory<byte>?)null,
        };

    /// <summary>Reads the archive of an export.</summary>
    /// <exception cref="RefusalException">400: the file does not exist, or is not a bot archive.</exception>
    public BotContent FromArchive(OperationCall call) => BotArchive.Read(Demand(call, "zipInfo").Content, "/zipInfo");

    private StoredFile Demand(OperationCall call, string member) =>
        files.Demand(
            call.Text(member) ?? throw RefusalException.BadRequest($"The body is not valid at /{member}: it is required."),
            "/" + member
        );

    private IEnumerable<BotFile> Functions(OperationCall call)
    {
        var index = 0;
        foreach (
            var id in call.Member("botFunctions") is { ValueKind: JsonValueKind.Array } ids
                ? [.. ids.EnumerateArray()]
                : Array.Empty<JsonElement>()
        )
        {
            var file = files.Demand(id.GetString()!, $"/botFunctions/{index++}");
            yield return new BotFile(file.UploadedName, file.Content);
        }
    }
}
