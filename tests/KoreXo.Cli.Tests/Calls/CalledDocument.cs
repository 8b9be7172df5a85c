using KoreXo.Cli.Tests.Specs;

namespace KoreXo.Cli.Tests.Calls;

/// <summary>A document of the user with one operation, <c>POST /things</c>, that is called from a shell.</summary>
internal sealed class CalledDocument : IDisposable
{
    private readonly SpecFolder _folder = new();

    /// <param name="operation">The operation.</param>
    /// <param name="components">The components.</param>
    /// <param name="verb">Its method.</param>
    /// <param name="path">Its path.</param>
    /// <param name="others">Other paths.</param>
    public CalledDocument(
        string operation,
        string components = "schemas: {}",
        string verb = "post",
        string path = "/things",
        string others = ""
    ) =>
        _folder.Write(
            "things.yaml",
            $$"""
            openapi: 3.2.0
            info: { title: Things, version: "1" }
            paths:
              {{path}}:
                {{verb}}:
                  operationId: callThing
            {{Indented(operation, 6)}}
            {{Indented(others, 2)}}
            components:
            {{Indented(components, 2)}}
            """
        );

    public string Path => _folder.File("things.yaml");

    public string File(string name) => _folder.File(name);

    /// <summary>Writes a file, and returns its path.</summary>
    public string Write(string name, string content) => _folder.Write(name, content).File(name);

    /// <summary>Writes a file that only its owner can read, and returns its path.</summary>
    public string WriteSecret(string name, string content)
    {
        Write(name, content);
        if (!OperatingSystem.IsWindows())
        {
            System.IO.File.SetUnixFileMode(File(name), UnixFileMode.UserRead | UnixFileMode.UserWrite);
        }

        return File(name);
    }

    /// <summary>Calls the operation.</summary>
    public Task<Korexo.Ended> CallAsync(ScriptedService service, params string[] arguments) =>
        Korexo.RunAsync(["call", "--document", Path, "call-thing", .. arguments, "--endpoint", service.Endpoint]);

    public void Dispose() => _folder.Dispose();

    private static string Indented(string text, int by) => string.Join('\n', text.Split('\n').Select(line => new string(' ', by) + line));
}
