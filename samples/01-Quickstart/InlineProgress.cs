using KoreXo;

namespace Quickstart;

/// <summary>
/// Reports progress on the calling thread. <see cref="Progress{T}"/> posts to another thread, so lines would be out of order.
/// </summary>
internal sealed class InlineProgress(Action<JobProgress> report) : IProgress<JobProgress>
{
    public void Report(JobProgress value) => report(value);
}
