using System.Security.Cryptography;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Files;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Stores files for imports.</summary>
internal sealed class FileOperations(FileStore files) : IOperationFamily
{
    public IEnumerable<OperationBehavior> Behaviors => [new("uploadFile", Upload)];

    /// <summary>Stores a file and returns its id.</summary>
    private JsonObject Upload(OperationCall call)
    {
        var part = call.Form.Files["file"];
        var file = files.Add(part.FileName, call.Form.Fields["fileExtension"].TrimStart('.'), part.Content);
        return new JsonObject
        {
            ["fileId"] = file.Id,
            ["hash"] = Hash(file.Content.Span),
            ["fileName"] = file.ServerName,
        };
    }

    /// <summary>Returns 40 hexadecimal digits, as the platform does; nothing depends on the strength of the hash.</summary>
    private static string Hash(ReadOnlySpan<byte> content)
    {
#pragma warning disable CA5350 // The platform's answer has the form of SHA-1.
        return Convert.ToHexStringLower(SHA1.HashData(content));
#pragma warning restore CA5350
    }
}
