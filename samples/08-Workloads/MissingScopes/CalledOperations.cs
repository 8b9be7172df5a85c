using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using KoreXo;

namespace Workloads.MissingScopes;

/// <summary>Finds the methods of the SDK that call operations.</summary>
internal static class CalledOperations
{
    private static readonly ILookup<string, MethodInfo> Methods = typeof(KoreXoClient)
        .Assembly.GetTypes()
        .Where(static type => type.IsSubclassOf(typeof(ApiClient)))
        .SelectMany(static type => type.GetMethods())
        .Where(static method => method.IsDefined(typeof(RequiresScopesAttribute)))
        .ToLookup(static method => $"{method.DeclaringType!.FullName}.{method.Name}", StringComparer.Ordinal);

    /// <summary>Returns the methods for operations, by the ids that documents and logs use, such as <c>listSessions</c>.</summary>
    /// <exception cref="FormatException">There is no such operation.</exception>
    public static IEnumerable<MethodInfo> ByName(IEnumerable<string> operations) =>
        operations.Select(static id =>
            Methods
                .SelectMany(static methods => methods)
                .FirstOrDefault(method => method.GetCustomAttribute<ApiOperationAttribute>()?.OperationId == id)
            ?? throw new FormatException($"There is no operation '{id}'. The command 'korexo call --search {id}' finds similar ones.")
        );

    /// <summary>Returns the methods that a compiled program refers to. It need not be loaded, and does not run.</summary>
    /// <param name="assembly">The path of the program's assembly.</param>
    /// <exception cref="BadImageFormatException">The file is not an assembly.</exception>
    public static IEnumerable<MethodInfo> ByAssembly(string assembly)
    {
        using var file = new PEReader(File.OpenRead(assembly));
        var metadata = file.GetMetadataReader();
        var called = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var member in metadata.MemberReferences.Select(metadata.GetMemberReference))
        {
            if (member.Parent.Kind == HandleKind.TypeReference)
            {
                var type = metadata.GetTypeReference((TypeReferenceHandle)member.Parent);
                called.Add($"{metadata.GetString(type.Namespace)}.{metadata.GetString(type.Name)}.{metadata.GetString(member.Name)}");
            }
        }

        return called.SelectMany(static name => Methods[name].Take(1)).ToList();
    }
}
