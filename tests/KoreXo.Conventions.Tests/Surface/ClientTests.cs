using System.Reflection;
using System.Runtime.CompilerServices;

namespace KoreXo.Conventions.Surface;

/// <summary>Users replace a client in their own tests: what cannot be overridden or made by hand cannot be tested.</summary>
public sealed class ClientTests
{
    [Fact]
    public void Clients_can_be_derived_from_without_a_connection() =>
        Rule.Holds(
            "A client is open and has a protected constructor for mocks:",
            Shipped.Clients,
            static type => !type.IsSealed && type.GetConstructor(BindingFlags.NonPublic | BindingFlags.Instance, []) is { IsFamily: true },
            static type => type.FullName!
        );

    [Fact]
    public void All_public_members_of_clients_can_be_overridden() =>
        Rule.Holds(
            "A public member of a client is virtual:",
            Shipped.Clients.SelectMany(static type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            ),
            // Dispose(bool) is what derived classes override.
            static method =>
                method is { IsVirtual: true, IsFinal: false } || method.Name == nameof(IDisposable.Dispose),
            Shipped.Name
        );

    [Fact]
    public void Each_area_has_a_client_that_was_derived_by_hand()
    {
        var derived = typeof(ClientTests).Assembly.GetTypes().Select(static type => type.BaseType).ToHashSet();
        Rule.Holds(
            "The folder Mocks has a class that derives from the client:",
            [typeof(KoreXoClient), .. Shipped.AreaClients],
            derived.Contains,
            static type => type.FullName!
        );
    }

    [Fact]
    public void The_root_has_a_property_for_each_area_and_no_other()
    {
        var areas = typeof(KoreXoClient)
            .GetProperties()
            .ToDictionary(static property => property.Name, static property => property.PropertyType, StringComparer.Ordinal);
        Assert.Equal(
            Shipped.AreaClients.ToDictionary(static type => type.Name[..^"Client".Length], static type => type, StringComparer.Ordinal),
            areas
        );
    }

    [Fact]
    public void No_extension_method_hangs_on_a_client()
    {
        // A mock cannot override an extension method, and one that casts to an internal type throws on it.
        var extensions = Shipped
            .PublicTypes.SelectMany(static type => type.GetMethods(BindingFlags.Public | BindingFlags.Static))
            .Where(static method => method.IsDefined(typeof(ExtensionAttribute)));
        Rule.Holds(
            "An extension method extends something that users do not mock:",
            extensions,
            static method => !IsMockable(method.GetParameters()[0].ParameterType),
            Shipped.Name
        );
    }

    private static bool IsMockable(Type type) =>
        type.IsAssignableTo(typeof(ApiClient))
        || type.IsAssignableTo(typeof(KoreXoClient))
        || type is { IsGenericType: true }
            && (
                type.GetGenericTypeDefinition() == typeof(PagedResult<>)
                || type.GetGenericTypeDefinition() == typeof(Job<>)
                || type.GetGenericTypeDefinition() == typeof(Page<>)
            );
}
