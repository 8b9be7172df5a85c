using System.Reflection;
using System.Text.Json;

namespace KoreXo.Conventions.Surface;

/// <summary>What a client member gives, a user must be able to make: an override has to return something.</summary>
public sealed class ConstructionTests
{
    private static readonly HashSet<Type> MadeOtherwise =
    [
        typeof(string),
        typeof(object),
        typeof(JsonElement),
        typeof(HttpResponseMessage),
    ];

    [Fact]
    public void All_types_that_clients_give_can_be_made_in_public()
    {
        var reached = new HashSet<Type>();
        foreach (
            var method in Shipped.Clients.SelectMany(static type =>
                type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly)
            )
        )
        {
            Reach(method.ReturnType, reached);
        }

        Assert.Contains(typeof(Page<>), reached);
        Assert.Contains(typeof(BotDefinition.BotExportStatus), reached);
        Rule.Holds(
            "A type that a client gives has a public way to make it:",
            reached.Where(static type => !Shipped.Clients.Contains(type)),
            CanBeMade,
            static type => type.FullName ?? type.Name
        );
    }

    [Fact]
    public void Exceptions_can_be_made_with_everything_they_say() =>
        Rule.Holds(
            "An exception has the usual constructors, and its own properties can be set:",
            Shipped.PublicTypes.Where(static type => type.IsAssignableTo(typeof(Exception))),
            static type =>
                type.GetConstructor([typeof(string), typeof(Exception)]) is { IsPublic: true }
                && Array.TrueForAll(
                    type.GetProperties(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly),
                    static property => property.SetMethod is { IsPublic: true }
                ),
            static type => type.FullName!
        );

    [Fact]
    public async Task A_list_can_be_made_of_pages()
    {
        var list = PagedResult.FromPages([new Page<string>(["a", "b"], continuation: "next"), new Page<string>(["c"])]);
        var items = new List<string>();
        await foreach (var item in list)
        {
            items.Add(item);
        }

        Assert.Equal(["a", "b", "c"], items);
    }

    [Fact]
    public async Task A_job_can_be_made_that_is_done()
    {
        var job = new Job<string>("token", "status", completed: true);

        Assert.Equal("status", await job.WaitAsync());
        Assert.Equal("token", job.ResumeToken);
        Assert.Equal(
            ("job-7", "started"),
            (
                new Job<string, string>("token", status: null, completed: false, "started") { Id = "job-7" } is var started
                    ? (started.Id, started.StartResponse)
                    : default
            )
        );
    }

    private static void Reach(Type type, HashSet<Type> reached)
    {
        if (type.IsGenericType)
        {
            Array.ForEach(type.GetGenericArguments(), argument => Reach(argument, reached));
            type = type.GetGenericTypeDefinition();
        }

        if (type.IsGenericParameter || type == typeof(void) || !reached.Add(type) || !Shipped.Assemblies.Contains(type.Assembly))
        {
            return;
        }

        foreach (var nested in type.GetNestedTypes())
        {
            Reach(nested, reached);
        }

        foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            Reach(property.PropertyType, reached);
        }

        // The pages of a list are only seen through a method.
        foreach (var method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.DeclaredOnly))
        {
            Reach(method.ReturnType, reached);
        }
    }

    private static bool CanBeMade(Type type) =>
        type.IsInterface
        || type.IsValueType
        || MadeOtherwise.Contains(type)
        || type.GetConstructors().Length > 0 && !type.IsAbstract
        || type.IsAbstract && Array.Exists(type.GetNestedTypes(), nested => nested.IsSubclassOf(type) && CanBeMade(nested))
        || type == typeof(PagedResult<>)
        || type == typeof(Type)
        || type == typeof(Task);
}
