using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json.Nodes;
using KoreXo.BotDefinition;
using KoreXo.Simulator.Tests.Operations;
using KoreXo.Tests.Catalog;
using KoreXo.Tests.Models;
using KoreXo.Tests.Wire;

namespace KoreXo.Tests.Calls;

/// <summary>Calls an emitted method with the values of a planned request, as a user would write them.</summary>
internal static class ClientCall
{
    /// <summary>Calls the method and waits for its first answer; gives what it answered.</summary>
    public static async Task<object?> InvokeAsync(KoreXoClient xo, string id, PlannedRequest plan)
    {
        var (area, method) = ClientMethod.Of(SpecDocuments.Operation(id));
        var client = typeof(KoreXoClient).GetProperties().Single(property => property.PropertyType == area.Client).GetValue(xo);
        var arguments = method.GetParameters().Select(parameter => Argument(parameter, plan, area)).ToArray();
        var result = method.Invoke(client, BindingFlags.DoNotWrapExceptions, null, arguments, CultureInfo.InvariantCulture);
        if (result is Task task)
        {
            await task;
            return task.GetType().GetProperty("Result")?.GetValue(task);
        }

        return await (Task<object>)
            typeof(ClientCall)
                .GetMethod(nameof(FirstPageAsync), BindingFlags.NonPublic | BindingFlags.Static)!
                .MakeGenericMethod(result!.GetType().BaseType!.GetGenericArguments())
                .Invoke(null, [result])!;
    }

    private static async Task<object> FirstPageAsync<T>(PagedResult<T> list)
    {
        await foreach (var page in list.AsPages())
        {
            return page;
        }

        throw new InvalidOperationException("The list has no page.");
    }

    private static object? Argument(ParameterInfo parameter, PlannedRequest plan, Area area)
    {
        if (parameter.Name == "request")
        {
            return plan.Body is null ? null : Body(parameter.ParameterType, plan, area);
        }

        if (parameter.Name == "options")
        {
            return Options(parameter.ParameterType, plan);
        }

        if (parameter.ParameterType == typeof(CancellationToken))
        {
            return CancellationToken.None;
        }

        return parameter.ParameterType == typeof(CallOptions) ? null : Value(parameter.ParameterType, Find(plan, parameter.Name!)!);
    }

    private static object? Body(Type type, PlannedRequest plan, Area area)
    {
        if (type == typeof(UploadFileRequest))
        {
            return new UploadFileRequest
            {
                File = new FilePart(new MemoryStream(Encoding.UTF8.GetBytes("{}")), "file.json"),
                FileContext = FileContext.BulkImport,
                FileExtension = FileExtension.Json,
            };
        }

        var body = plan.Body!.DeepClone();
        foreach (var name in plan.Operation.Fixed.Keys)
        {
            ((JsonObject)body).Remove(name); // the method sends it by itself
        }

        if (body is not JsonArray items || !type.IsGenericType)
        {
            return type == typeof(string) ? body.GetValue<string>() : Json.Read(body.ToJsonString(), type, area.Resolver);
        }

        var list = (IList)Activator.CreateInstance(typeof(List<>).MakeGenericType(type.GetGenericArguments()))!;
        foreach (var item in items)
        {
            list.Add(
                type.GetGenericArguments()[0] == typeof(string)
                    ? item!.GetValue<string>()
                    : Json.Read(item!.ToJsonString(), type.GetGenericArguments()[0], area.Resolver)
            );
        }

        return list;
    }

    private static object Options(Type type, PlannedRequest plan)
    {
        var options = Activator.CreateInstance(type)!;
        foreach (var property in type.GetProperties())
        {
            if (Find(plan, property.Name) is { } value)
            {
                property.SetValue(options, Value(Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType, value));
            }
        }

        return options;
    }

    /// <summary>The planned value of a parameter, whose C# name has neither separators nor the case of its name in the document.</summary>
    private static string? Find(PlannedRequest plan, string name)
    {
        var operation = SpecDocuments.Operation(plan.Operation.Id);
        foreach (var ((place, wireName), value) in plan.Parameters)
        {
            if (string.Equals(Letters(operation.NameOf(wireName, place.ToString())), Letters(name), StringComparison.OrdinalIgnoreCase))
            {
                return value;
            }
        }

        return null;
    }

    private static string Letters(string name) => string.Concat(name.Where(char.IsLetterOrDigit));

    private static object Value(Type type, string text) =>
        type switch
        {
            _ when type == typeof(string) => text,
            _ when type == typeof(int) => int.Parse(text, CultureInfo.InvariantCulture),
            _ when type == typeof(long) => long.Parse(text, CultureInfo.InvariantCulture),
            _ when type == typeof(bool) => bool.Parse(text),
            _ when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(
                text,
                CultureInfo.InvariantCulture,
                DateTimeStyles.AssumeUniversal
            ),
            _ when type == typeof(DateOnly) => DateOnly.Parse(text, CultureInfo.InvariantCulture),
            _ when type.IsGenericType => new List<string> { text },
            _ => Activator.CreateInstance(type, text)!,
        };
}
