namespace KoreXo.Runtime.Tests;

/// <summary>Advances fake time until a call has ended.</summary>
internal static class FakeTime
{
    /// <summary>Advances a clock from timer to timer until a task completes, and returns its exception, if any.</summary>
    public static async Task<Exception?> EndAsync(this ManualClock clock, Task task)
    {
        await clock.PassAsync(task);
        return await Record.ExceptionAsync(() => task);
    }

    /// <summary>Moves a clock from timer to timer until a task is done.</summary>
    public static async Task PassAsync(this ManualClock clock, Task task)
    {
        // A continuation may be about to set the next timer; time must not run ahead of it to the next limit.
        for (var still = 0; !task.IsCompleted; still++)
        {
            if (still % 20 == 19 && clock.ToNext is { } wait)
            {
                clock.Advance(wait);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(still % 20 < 3 ? 0 : 1), TimeProvider.System, CancellationToken.None);
        }
    }

    /// <summary>
    /// Advances a clock without pauses. Time may run ahead of continuations, as on a slow machine, so this is for what must hold on any.
    /// </summary>
    public static async Task PassQuicklyAsync(this ManualClock clock, Task task)
    {
        while (!task.IsCompleted)
        {
            for (var turn = 0; turn < 30 && !task.IsCompleted; turn++)
            {
                await Task.Yield();
            }

            if (clock.ToNext is { } wait)
            {
                clock.Advance(wait);
            }
        }
    }

    /// <summary>Moves a clock from timer to timer, but over no long wait, until a task is done; returns its result.</summary>
    public static async Task<T> RunAsync<T>(this ManualClock clock, Task<T> task)
    {
        while (!task.IsCompleted)
        {
            if (clock.ToNext is { } wait && wait < TimeSpan.FromSeconds(60))
            {
                clock.Advance(wait);
            }

            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        return await task;
    }

    /// <summary>Waits, in real time, until something waits on a clock, and advances it.</summary>
    public static async Task PassAsync(this ManualClock clock, TimeSpan by)
    {
        while (clock.Waiting == 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, CancellationToken.None);
        }

        clock.Advance(by);
    }
}
