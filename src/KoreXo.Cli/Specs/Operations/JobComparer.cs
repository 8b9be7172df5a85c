using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>Compares how a started job is tracked.</summary>
internal static class JobComparer
{
    private const string Running = "running";

    public static IEnumerable<ChangeDraft> Compare(OperationModel before, OperationModel after, Comparison context)
    {
        switch (before.Job, after.Job)
        {
            case (null, null):
                yield break;
            case (null, { } added):
                yield return Draft($"It starts a job that can be waited for, through {Say.Code(added.StatusOperationId)}.");
                yield break;
            case ({ }, null):
                yield return Draft("It no longer starts a job that can be waited for.");
                yield break;
            case ({ } from, { } to):
                foreach (var draft in Follow(from, to).Concat(States(from, to)))
                {
                    yield return draft;
                }

                yield break;
        }

        IEnumerable<ChangeDraft> Follow(JobModel from, JobModel to)
        {
            if (from.StatusOperationId != to.StatusOperationId || from.StatusType != to.StatusType)
            {
                yield return Draft(
                    $"The job is tracked through {Say.Code(to.StatusOperationId)} ({Say.Code(to.StatusType)}) instead of {Say.Code(from.StatusOperationId)} ({Say.Code(from.StatusType)})."
                );
            }

            if (from.State != to.State)
            {
                yield return Draft($"The job's state is read from {Say.Code(to.State)} instead of {Say.Code(from.State)}.") with
                {
                    Note = "`WaitAsync` reads it there; callers need not change anything.",
                };
            }

            if (!from.Arguments.Equals(to.Arguments) || !from.Match.Equals(to.Match))
            {
                yield return Draft("The arguments of the job's status call, or the values that identify a run, change.") with
                {
                    Impact = Impact.Behavior,
                    Note = "Existing resume tokens may no longer be accepted: let jobs finish before you replace the package.",
                };
            }
        }

        IEnumerable<ChangeDraft> States(JobModel from, JobModel to)
        {
            var (old, @new) = (All(from), All(to));
            foreach (var state in old.Keys.Union(@new.Keys, StringComparer.Ordinal))
            {
                // An unknown state counts as running.
                var (was, @is) = (old.GetValueOrDefault(state, Running), @new.GetValueOrDefault(state, Running));
                if (was != @is)
                {
                    yield return Draft($"The job's state {Say.Code(state)} means {@is} instead of {was}.") with
                    {
                        Impact = old.ContainsKey(state) ? Impact.Behavior : Impact.None,
                        Note = old.ContainsKey(state)
                            ? "In this state, `WaitAsync` ends differently or keeps waiting."
                            : "`WaitAsync` ends in this state, which was previously unknown.",
                    };
                }
            }
        }

        ChangeDraft Draft(string what) =>
            new(ChangeKind.Job, after.Id, what)
            {
                Members = context.Methods(before, after),
                Left = [before.Job?.StatusType],
                Came = [after.Job?.StatusType],
                Place = context.NewPlaces.Operation(after, "x-job"),
            };
    }

    private static SortedDictionary<string, string> All(JobModel job)
    {
        var states = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (
            var (meaning, names) in new[]
            {
                (Running, job.Running),
                ("success", job.Succeeded),
                ("partial success", job.Partial),
                ("failure", job.Failed),
            }
        )
        {
            foreach (var name in names)
            {
                states[name] = meaning;
            }
        }

        return states;
    }
}
