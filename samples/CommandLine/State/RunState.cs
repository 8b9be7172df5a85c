using System.Text.Json;

namespace KoreXo.Samples;

/// <summary>
/// What a run has reached, by step, such as file ids and job tokens. The file is replaced atomically: however a run ends, the next one goes
/// on where it stopped, and waits for the jobs in progress instead of starting them again.
/// </summary>
internal sealed class RunState
{
    private readonly string? _path;
    private readonly Dictionary<string, string> _steps = new(StringComparer.Ordinal);

    /// <param name="path">The file; <see langword="null"/> to keep the state in memory only.</param>
    /// <param name="run">Identifies the run; the state of a different run is discarded.</param>
    public RunState(string? path, string run)
    {
        _path = path;
        if (path is not null && File.Exists(path))
        {
            using var json = JsonDocument.Parse(File.ReadAllBytes(path));
            foreach (var step in json.RootElement.EnumerateObject())
            {
                _steps[step.Name] = step.Value.GetString()!;
            }
        }

        if (this["run"] != run)
        {
            _steps.Clear();
            _steps["run"] = run;
        }
    }

    public string? this[string step] => _steps.GetValueOrDefault(step);

    public void Set(string step, string value)
    {
        _steps[step] = value;
        Save();
    }

    public void Forget(string step)
    {
        _steps.Remove(step);
        Save();
    }

    /// <summary>Deletes the state, because the run is complete: the next one starts from the beginning.</summary>
    public void Delete()
    {
        _steps.Clear();
        if (_path is not null)
        {
            File.Delete(_path);
        }
    }

    private void Save()
    {
        if (_path is null)
        {
            return;
        }

        using (var file = new FileStream(_path + ".new", FileMode.Create, FileAccess.Write))
        {
            using (var json = new Utf8JsonWriter(file))
            {
                json.WriteStartObject();
                foreach (var (step, value) in _steps)
                {
                    json.WriteString(step, value);
                }

                json.WriteEndObject();
            }

            file.Flush(flushToDisk: true);
        }

        File.Move(_path + ".new", _path, overwrite: true);
    }
}
