namespace KoreXo.Package.Tests.Programs.Truth;

/// <summary>A stranger's solution of three programs and a library, as users write them, built once from the packages.</summary>
public sealed class TravelSolution : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private readonly Stranger _stranger = new();
    private bool _isBuilt;

    internal const string Name = "Travel.slnx";

    /// <summary>The programs in the repository.</summary>
    internal static string Source { get; } = Path.Combine(PackedFeed.Repository, "tests", "KoreXo.Package.Tests", "Programs", "Solution");

    internal string Folder => _stranger.Folder;

    /// <summary>The assembly that a program is run with to see what it calls.</summary>
    internal string Observer => Program("Observer");

    public void Dispose()
    {
        _stranger.Dispose();
        _gate.Dispose();
    }

    internal string Program(string name) => Path.Combine(Folder, name, "bin", "Debug", "net10.0", $"Travel.{name}.dll");

    /// <summary>Builds the solution, if nobody has.</summary>
    internal async Task<Stranger> BuildAsync()
    {
        await _gate.WaitAsync();
        try
        {
            if (!_isBuilt)
            {
                foreach (var file in Directory.EnumerateFiles(Source, "*", SearchOption.AllDirectories))
                {
                    // Project files have another ending in the repository, whose own build must not find them.
                    var path = Path.GetRelativePath(Source, file);
                    _stranger.Write(path.EndsWith(".txt", StringComparison.Ordinal) ? path[..^4] : path, await File.ReadAllTextAsync(file));
                }

                (await _stranger.BuildAsync()).Succeeded();
                _isBuilt = true;
            }

            return _stranger;
        }
        finally
        {
            _gate.Release();
        }
    }
}
