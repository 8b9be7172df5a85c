namespace KoreXo.Package.Tests.Programs.Truth;

/// <summary>What the tool says about all programs, asked once: most of what it takes is its start.</summary>
public sealed class ProgramReport : IDisposable
{
    private readonly SemaphoreSlim _gate = new(1);
    private WhyReport? _report;

    public void Dispose() => _gate.Dispose();

    /// <summary>Builds the programs, if nobody has, and returns the report.</summary>
    internal async Task<WhyReport> CreateAsync(TravelSolution travel, SampleSolution samples, ProgramProject programs)
    {
        await _gate.WaitAsync();
        try
        {
            if (_report is null)
            {
                var folder = (await samples.BuildAsync()).Folder;
                string[] projects =
                [
                    await programs.BuildProjectAsync(),
                    .. SampleSolution.Observed.Select(project => Path.Combine(folder, "samples", project.Key, project.Value + ".csproj")),
                ];
                _report = await WhyReport.CreateAsync(await travel.BuildAsync(), TravelSolution.Name, projects);
            }

            return _report;
        }
        finally
        {
            _gate.Release();
        }
    }
}
