using System.Text.Json;

namespace KoreXo.Runtime;

/// <summary>Validates a ticket that came from outside: it may contain what the job declares, and nothing else.</summary>
internal static class TicketCheck
{
    /// <exception cref="ArgumentException">The ticket contains more or less than the job needs, or values that cannot be sent.</exception>
    public static void Check<T>(JobDescriptor<T> job, JobTicket ticket, string parameter)
    {
        var path = PathTemplate.Parameters(job.Status.Path).ConvertAll(static name => $"path.{name}");
        foreach (var target in path)
        {
            if (!ticket.Values.ContainsKey(target))
            {
                throw new ArgumentException($"The resume token lacks '{target}', which the status call needs.", parameter);
            }
        }

        foreach (var (target, value) in ticket.Values)
        {
            if (!path.Contains(target, StringComparer.Ordinal) && !Array.Exists(job.Arguments, argument => argument.Target == target))
            {
                throw new ArgumentException($"The resume token contains '{target}', which is not part of the job.", parameter);
            }

            var isText = value.Kind is not (JsonValueKind.Object or JsonValueKind.Array);
            if (!StatusRequest.IsOfBody(target) && (!isText || (value.IsNull && path.Contains(target, StringComparer.Ordinal))))
            {
                throw new ArgumentException($"The resume token has no string for '{target}'.", parameter);
            }
        }

        foreach (var (place, _) in ticket.Match)
        {
            if (!Array.Exists(job.Match, match => match.StatusPointer == place))
            {
                throw new ArgumentException($"The resume token compares '{place}', which is not part of the job.", parameter);
            }
        }

        try
        {
            DemandRequest(job, ticket);
        }
        catch (ArgumentException fault)
        {
            throw new ArgumentException($"The resume token cannot be used: {fault.Message}", parameter, fault);
        }
    }

    /// <summary>Builds the status call without sending it, so that values that cannot be sent are rejected here.</summary>
    /// <exception cref="ArgumentException">A value cannot be sent.</exception>
    public static void DemandRequest<T>(JobDescriptor<T> job, JobTicket ticket)
    {
        var request = StatusRequest.Create(job.Status, ticket, rateKey: null);
        using var body = request.Body;
        foreach (var (name, value) in request.Headers ?? [])
        {
            HeaderRules.Check(name, value);
        }
    }
}
