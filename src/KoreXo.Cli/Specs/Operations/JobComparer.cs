using KoreXo.Cli.Specs.Comparing;
using KoreXo.Generator.Model;

namespace KoreXo.Cli.Specs.Operations;

/// <summary>How a started job is followed.</summary>
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
                yield return Draft($"It starts a job that can be waited for, by {Say.Code(added.StatusOperationId)}.");
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
                    $"The job is followed by {Say.Code(to.StatusOperationId)} ({Say.Code(to.StatusType)}) instead of {Say.Code(from.StatusOperationId)} ({Say.Code(from.StatusType)})."
                );
            }

            if (from.State != to.State)
            {
                yield return Draft($"The job's state stands at {Say.Code(to.State)} instead of {Say.Code(from.State)}.") with
                {
                    Note = "Waiting looks there; callers need not change anything.",
                };
            }

            if (!from.Arguments.Equals(to.Arguments) || !from.Match.Equals(to.Match))
            {
                yield return Draft("What the job's status call takes, or what marks a run, changes.") with
                {
                    Impact = Impact.Behavior,
                    Note = "A resume token made before may not be understood any more: let jobs end before the package is replaced.",
                };
            }
        }

        IEnumerable<ChangeDraft> States(JobModel from, JobModel to)
        {
            var (old, @new) = (All(from), All(to));
            foreach (var state in old.Keys.Union(@new.Keys, StringComparer.Ordinal))
            {
                // What is not known counts as running.
                var (was, @is) = (old.GetValueOrDefault(state, Running), @new.GetValueOrDefault(state, Running));
                if (was != @is)
                {
                    yield return Draft($"The job's state {Say.Code(state)} means {@is} instead of {was}.") with
                    {
                        Impact = old.ContainsKey(state) ? Impact.Behavior : Impact.None,
                        Note = old.ContainsKey(state)
                            ? "`WaitAsync` ends otherwise in this state, or not at all."
                            : "`WaitAsync` ends in this state, which was unknown before.",
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
