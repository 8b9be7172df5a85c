using System.Globalization;
using System.Text.Json;
using KoreXo.Generator.Emit;
using KoreXo.Generator.Model;
using KoreXo.OpenApi.Document;
using KoreXo.Runtime;

namespace KoreXo.Cli.Calls.Requests;

/// <summary>Writes the arguments of a call into a request, where the emitted method of the operation would write them.</summary>
internal static class CallRequest
{
    public static OperationRequest Create(OperationModel operation, OperationDescriptor descriptor, CallInput input, RequestBody? body)
    {
        var headers = Headers(operation, input).ToList();
        return new OperationRequest(descriptor, Address(operation, input))
        {
            Body = body,
            ContentType = operation.Body is { Kind: BodyKind.Json, MediaType: { } mediaType } ? mediaType : null,
            RateKey = operation.RateLimit is { By.Count: > 0 } limit
                ? string.Join('/', limit.By.Select(key => input.Text(operation.Parameters.First(parameter => parameter.Key == key))))
                : null,
            Resource = ResourceText.Parameter(operation) is { } resource ? input.Text(resource) ?? resource.Default : null,
            Headers = headers.Count > 0 ? headers : null,
        };
    }

    /// <summary>Returns the values of parameters that the status calls of a job need.</summary>
    public static JobValue[] JobValues(OperationModel operation, JobModel job, CallInput input) =>
        [
            .. job.Values.Select(key => new JobValue(
                key.Expression,
                input.Text(operation.Parameters.First(parameter => parameter.Key == key))
            )),
        ];

    /// <summary>Returns the position and the page size that the query asks for.</summary>
    public static PageStart Start(OperationModel operation, PagingModel paging, CallInput input)
    {
        return paging.InBody
            ? default
            : new PageStart(
                Text(paging.Position),
                long.TryParse(Text(paging.Size), CultureInfo.InvariantCulture, out var size) ? size : null
            );
        string? Text(string? name) =>
            operation.Parameters.FirstOrDefault(parameter => IsOfPager(parameter, paging) && parameter.Key.Name == name) is { } parameter
                ? input.Text(parameter)
                : null;
    }

    private static string Address(OperationModel operation, CallInput input)
    {
        var address = new RequestAddress(stackalloc char[256]);
        foreach (var part in operation.PathParts)
        {
            if (part.IsParameter)
            {
                var parameter = operation.Parameters.First(one => one.Key == new ParameterKey(ParameterLocation.Path, part.Text));
                address.Literal(parameter.Prefix);
                AddSegment(ref address, parameter, input);
            }
            else
            {
                address.Literal(part.Text);
            }
        }

        foreach (
            var parameter in operation.Parameters.Where(one =>
                one.Key.In == ParameterLocation.Query && !(operation.Paging is { } paging && IsOfPager(one, paging))
            )
        )
        {
            AddQuery(ref address, parameter, input);
        }

        return address.ToString();
    }

    private static void AddSegment(ref RequestAddress address, ParameterModel parameter, CallInput input)
    {
        var name = parameter.Key.Name;
        if (input.Element(parameter) is not { } value)
        {
            address.Segment(input.Text(parameter)!, name);
        }
        else if (parameter.Spread == SpreadStyle.Json)
        {
            address.Segment(Composite(value, SpreadStyle.Json), name);
        }
        else if (parameter.Spread is { } style)
        {
            address.Parts(value, Codecs.Element, parameter.Separator ?? ",", style == SpreadStyle.Exploded ? "=" : ",", name);
        }
        else if (value.ValueKind == JsonValueKind.Array)
        {
            address.Segments(CallInput.Texts(value), parameter.Separator ?? ",", name);
        }
        else
        {
            address.Segment(CallInput.Text(value), name);
        }
    }

    private static void AddQuery(ref RequestAddress address, ParameterModel parameter, CallInput input)
    {
        var (name, value) = (parameter.Key.Name, input.Element(parameter));
        switch (value)
        {
            case { } whole when parameter is { IsWholeQuery: true, Spread: { } style }:
                address.WholeQuery(Composite(whole, style), name);
                break;
            case var _ when parameter.IsWholeQuery:
                address.WholeQuery(input.Text(parameter), name);
                break;
            case { } composite when parameter.Spread is { } style:
                address.Spread(name, composite, Codecs.Element, Enum.Parse<ParameterStyle>(style.ToString()));
                break;
            case { ValueKind: JsonValueKind.Array } list when parameter.AllowsReserved:
                address.Reserved(name, CallInput.Texts(list), parameter.Separator);
                break;
            case { ValueKind: JsonValueKind.Array } list when parameter.Separator is { } separator:
                address.Query(name, CallInput.Texts(list), separator);
                break;
            case { ValueKind: JsonValueKind.Array } list:
                address.Query(name, CallInput.Texts(list));
                break;
            case var _ when parameter.AllowsReserved:
                address.Reserved(name, input.Text(parameter));
                break;
            default:
                address.Query(name, input.Text(parameter));
                break;
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Headers(OperationModel operation, CallInput input)
    {
        foreach (var parameter in operation.Parameters)
        {
            if (parameter.Key.In is not (ParameterLocation.Header or ParameterLocation.Cookie))
            {
                continue;
            }

            var text =
                parameter.Spread is { } style && input.Element(parameter) is { } value ? Composite(value, style) : input.Text(parameter);
            if (text is not null)
            {
                yield return parameter.Key.In == ParameterLocation.Cookie
                    ? new("Cookie", $"{parameter.Key.Name}={Uri.EscapeDataString(text)}")
                    : new(parameter.Key.Name, text);
            }
        }
    }

    private static string Composite(JsonElement value, SpreadStyle style) =>
        style == SpreadStyle.Json
            ? ParameterText.Json(value, Codecs.Element)
            : ParameterText.Simple(value, Codecs.Element, style == SpreadStyle.Exploded);

    // The pager adds its own position and size for each page.
    private static bool IsOfPager(ParameterModel parameter, PagingModel paging) =>
        parameter is { Key.In: ParameterLocation.Query, Constant: null }
        && !paging.InBody
        && (parameter.Key.Name == paging.Position || parameter.Key.Name == paging.Size);
}
