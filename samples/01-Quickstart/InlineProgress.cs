using KoreXo;

namespace Quickstart;

/// <summary>Reports where it is told to. <see cref="Progress{T}"/> posts to another thread, and lines would come out of order.</summary>
internal sealed class InlineProgress(Action<JobProgress> report) : IProgress<JobProgress>
{
    public void Report(JobProgress value) => report(value);
}
