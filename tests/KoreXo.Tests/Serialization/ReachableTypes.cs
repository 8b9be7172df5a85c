using System.Reflection;
using KoreXo.Tests.Models;

namespace KoreXo.Tests.Serialization;

/// <summary>The types of this SDK that the public members of the clients take and return, with all that these are made of.</summary>
internal sealed class ReachableTypes
{
    /// <summary>What does something rather than holding something, with the reason why it is not written as JSON.</summary>
    public static readonly IReadOnlyDictionary<Type, string> NotSerialized = new Dictionary<Type, string>
    {
        [typeof(Job<>)] = "it follows a job over a connection; its ResumeToken and its status are written",
        [typeof(Job<,>)] = "it is such a job; its typed start response is written",
        [typeof(PagedResult<>)] = "it fetches pages over a connection; it is written as IAsyncEnumerable, its pages as Page",
        [typeof(BinaryResponse)] = "it is a stream and the connection that it comes from",
        [typeof(BinaryContent)] = "it is a stream to send",
        [typeof(FilePart)] = "it is a stream to send",
        [typeof(MultipartForm)] = "its parts are streams to send",
        [typeof(CallOptions)] = "it holds a credential and callbacks",
    };

    private readonly HashSet<Type> _found = [];

    private ReachableTypes()
    {
        foreach (var client in Area.All.Select(static area => area.Client))
        {
            foreach (
                var method in client
                    .GetMethods(BindingFlags.Public | BindingFlags.Instance)
                    .Where(static method => typeof(ApiClient).IsAssignableFrom(method.DeclaringType))
            )
            {
                Add(method.ReturnType);
                Array.ForEach(method.GetParameters(), parameter => Add(parameter.ParameterType));
            }
        }

        // What is reached through types that are not written themselves; of the pages one for all.
        Array.ForEach(
            [typeof(Page<Analytics.Session>), typeof(TransferProgress), typeof(JobProgress), typeof(JobPolling), typeof(ResponseDetails)],
            Add
        );
    }

    public static IReadOnlyCollection<Type> All { get; } =
    [.. new ReachableTypes()._found.Where(static type => !IsExcluded(type) && !IsForm(type))];

    /// <summary>A form has a file to send, and no JSON of its own.</summary>
    private static bool IsForm(Type type) => Array.Exists(type.GetProperties(), static property => IsExcluded(property.PropertyType));

    private static bool IsExcluded(Type type) => NotSerialized.ContainsKey(type.IsGenericType ? type.GetGenericTypeDefinition() : type);

    private void Add(Type type)
    {
        if (type.IsGenericParameter || type.HasElementType)
        {
            return;
        }

        Array.ForEach(type.GetGenericArguments(), Add);
        var isOurs = type.Assembly == typeof(KoreXoClient).Assembly || type.Assembly == typeof(ApiClient).Assembly;
        if (!isOurs || type.ContainsGenericParameters || typeof(ApiClient).IsAssignableFrom(type) || !_found.Add(type) || IsExcluded(type))
        {
            return;
        }

        Array.ForEach(type.GetNestedTypes(), Add);
        Array.ForEach(type.GetProperties(BindingFlags.Public | BindingFlags.Instance), property => Add(property.PropertyType));
    }
}
