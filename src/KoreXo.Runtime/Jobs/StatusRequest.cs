namespace KoreXo.Runtime;

/// <summary>Creates the status call of a job.</summary>
internal static class StatusRequest
{
    private const string Query = "query.";
    private const string Header = "header.";
    private const string Body = "body.";

    public static OperationRequest Create(OperationDescriptor operation, JobTicket ticket, string? rateKey)
    {
        var address = new RequestAddress(stackalloc char[256]);
        PathTemplate.Fill(ref address, operation.Path, ticket.Values);
        List<KeyValuePair<string, string>>? headers = null;
        var hasBody = false;
        foreach (var (target, value) in ticket.Values)
        {
            if (target.StartsWith(Query, StringComparison.Ordinal))
            {
                address.Query(target[Query.Length..], value.ToString());
            }
            else if (target.StartsWith(Header, StringComparison.Ordinal))
            {
                (headers ??= []).Add(new(target[Header.Length..], value.ToString()));
            }
            else
            {
                hasBody |= target.StartsWith(Body, StringComparison.Ordinal);
            }
        }

        return new OperationRequest(operation, address.ToString())
        {
            Body = hasBody ? CreateBody(ticket) : null,
            Headers = headers,
            RateKey = rateKey is not null && ticket.Values.TryGetValue(rateKey, out var key) ? key.ToString() : null,
            Resource = Resource(operation, ticket),
        };
    }

    private static string? Resource(OperationDescriptor operation, JobTicket ticket)
    {
        foreach (var alternative in operation.Scopes ?? [])
        {
            if (alternative.Resource is { } parameter && ticket.Values.TryGetValue(parameter, out var value))
            {
                return value.ToString();
            }
        }

        return null;
    }

    /// <summary>Checks whether a target is a member of the body.</summary>
    public static bool IsOfBody(string target) => target.StartsWith(Body, StringComparison.Ordinal);

    private static JsonBody CreateBody(JobTicket ticket) =>
        JsonBody.Write(
            ticket,
            static (writer, given) =>
            {
                writer.WriteStartObject();
                foreach (var (target, value) in given.Values)
                {
                    if (target.StartsWith(Body, StringComparison.Ordinal))
                    {
                        writer.WritePropertyName(target.AsSpan(Body.Length));
                        value.WriteTo(writer);
                    }
                }

                writer.WriteEndObject();
            }
        );
}
