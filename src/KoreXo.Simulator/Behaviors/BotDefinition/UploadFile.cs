using System.Security.Cryptography;
using System.Text.Json.Nodes;
using KoreXo.Simulator.Files;

namespace KoreXo.Simulator.Behaviors.BotDefinition;

/// <summary>Stores a file and returns its id.</summary>
internal sealed class UploadFile(FileStore files) : IOperationBehavior
{
    public string OperationId => "uploadFile";

    public JsonNode Run(OperationCall call)
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

    /// <summary>Returns 40 hexadecimal digits, as the platform does; nothing depends on their strength.</summary>
    private static string Hash(ReadOnlySpan<byte> content)
    {
#pragma warning disable CA5350 // The platform's response has the format of SHA-1.
        return Convert.ToHexStringLower(SHA1.HashData(content));
#pragma warning restore CA5350
    }
}
