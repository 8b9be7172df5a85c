using System.Reflection;

namespace KoreXo.Conventions.Surface;

/// <summary>A call that cannot be cancelled is found out when a host hangs; so every one can be, in the same way.</summary>
public sealed class AsyncTests
{
    /// <summary>What users implement and the runtime calls: it always has a token, and must not forget it.</summary>
    private static readonly Type[] Contracts = [typeof(KoreXoCredential), typeof(IRateLimitStore)];

    private static IEnumerable<MethodInfo> AsyncMethods =>
        Shipped
            .PublicTypes.SelectMany(static type => type.GetMethods(Shipped.Declared))
            .Where(static method =>
                Shipped.IsVisible(method)
                && IsAsync(method.ReturnType)
                && method.Name is not ("DisposeAsync" or "FromPages" or "SkipUnreadable")
            );

    [Fact]
    public void The_token_is_the_last_parameter_and_has_one_name() =>
        Rule.Holds(
            "An async member ends with 'CancellationToken cancellationToken':",
            AsyncMethods,
            static method =>
                method.GetParameters() is [.., { Name: "cancellationToken" } last] && last.ParameterType == typeof(CancellationToken),
            Shipped.Name
        );

    [Fact]
    public void Users_may_leave_the_token_out() =>
        Rule.Holds(
            "The token is optional wherever users call:",
            AsyncMethods.Where(static method => !Shipped.IsHidden(method.DeclaringType!) && !IsOfContract(method)),
            static method => method.GetParameters() is [.., { HasDefaultValue: true }],
            Shipped.Name
        );

    [Fact]
    public void Nothing_blocks()
    {
        var operations = Shipped.Operations.Where(static method => !method.Name.StartsWith("Resume", StringComparison.Ordinal));
        Rule.Holds(
            "An operation has no synchronous twin:",
            operations,
            static method => method.Name.EndsWith("Async", StringComparison.Ordinal) && IsAsync(method.ReturnType),
            Shipped.Name
        );
    }

    private static bool IsOfContract(MethodInfo method) =>
        Array.Exists(Contracts, contract => method.DeclaringType!.IsAssignableTo(contract) && contract.GetMethod(method.Name) is not null);

    private static bool IsAsync(Type type) =>
        type == typeof(Task) || type == typeof(ValueTask) || type is { IsGenericType: true } && (IsAsyncGeneric(type) || IsPaged(type));

    private static bool IsAsyncGeneric(Type type)
    {
        var definition = type.GetGenericTypeDefinition();
        return definition == typeof(Task<>)
            || definition == typeof(ValueTask<>)
            || definition == typeof(IAsyncEnumerable<>)
            || definition == typeof(IAsyncEnumerator<>);
    }

    private static bool IsPaged(Type type) => type.GetGenericTypeDefinition() == typeof(PagedResult<>);
}
