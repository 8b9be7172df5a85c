using KoreXo.Simulator;
using Workloads;

namespace KoreXo.Workloads;

/// <summary>Creates the apps of programs, with exactly the scopes of their manifests.</summary>
internal static class TestApps
{
    /// <summary>Creates an app and a client that chooses credentials by its manifest, as the program on a command line does.</summary>
    public static KoreXoClient Open(Scene scene, string app)
    {
        var manifest = Connection.ReadManifest(app);
        var options = scene.Options(
            manifest.Credentials.Select(granted =>
            {
                var kind = Enum.Parse<AppKind>(granted.Key, ignoreCase: true);
                return (kind, scene.Platform.AddApp(kind, granted.Value));
            })
        );
        options.Scopes = manifest;
        return new KoreXoClient(options);
    }
}
