namespace KoreXo.Benchmarks;

/// <summary>This program with the precompiled libraries that the packages bring, in a folder of its own.</summary>
internal sealed class PrecompiledCopy : IDisposable
{
    public PrecompiledCopy()
    {
        Copy(AppContext.BaseDirectory);
        Copy(Path.Combine(AppContext.BaseDirectory, "precompiled"));
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("korexo-precompiled-").FullName;

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private void Copy(string folder)
    {
        foreach (var file in Directory.GetFiles(folder))
        {
            File.Copy(file, Path.Combine(Folder, Path.GetFileName(file)), overwrite: true);
        }
    }
}
