using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using KoreXo.Benchmarks;

if (args is [FirstCall.Argument, var how])
{
    return await FirstCall.RunAsync(how);
}

if (args is [FirstCall.Argument])
{
    return await FirstCallRuns.CompareAsync();
}

if (args is [Export.Argument, var by, var pages, var items])
{
    return await Export.RunAsync(by, int.Parse(pages, CultureInfo.InvariantCulture), int.Parse(items, CultureInfo.InvariantCulture));
}

if (args is [Export.Argument])
{
    return await ExportRuns.CompareAsync();
}

if (args is [CallComparison.Argument, .. var rest])
{
    return await CallComparison.RunAsync(rest);
}

if (args is [PeerComparison.Argument, .. var parts])
{
    return await PeerComparison.RunAsync(parts);
}

// In this process: a generated project would not know the repository's build. How long each is measured is its own affair.
var job = new Job().WithToolchain(InProcessEmitToolchain.Instance).AsMutator();
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(job));
return 0;
