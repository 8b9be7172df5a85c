using System.Text.Json.Nodes;
using KoreXo.Simulator.Behaviors.Documented;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Tests.AnyDocument;

/// <summary>What is kept of resources, and that nobody outside can change it by a value that was handed out.</summary>
public sealed class ResourceStoreTests
{
    private readonly ResourceStore _store = new();

    [Fact]
    public void Resources_are_listed_in_the_order_of_their_creation()
    {
        foreach (var id in new[] { "b", "a", "c" })
        {
            _store.Add("/x", id, Value(id));
        }

        Assert.Equal(["b", "a", "c"], Ids("/x"));
        Assert.Empty(Ids("/y"));
    }

    [Fact]
    public void A_second_resource_with_an_id_is_a_conflict()
    {
        _store.Add("/x", "a/b", Value("first"));

        var refusal = Assert.Throws<RefusalException>(() => _store.Add("/x", "a/b", Value("second")));

        Assert.Equal((409, "'/x/a%2Fb' exists already."), (refusal.Status, refusal.Message));
        Assert.Equal("first", _store.Get("/x", "a/b")["id"]!.GetValue<string>());
    }

    [Fact]
    public void Ids_differ_by_case_and_by_collection()
    {
        _store.Add("/x", "a", Value("1"));
        _store.Add("/x", "A", Value("2"));
        _store.Add("/y", "a", Value("3"));

        Assert.Equal(["1", "2"], Ids("/x"));
        Assert.Equal((true, false), (_store.Has("/y", "a"), _store.Has("/y", "A")));
    }

    [Fact]
    public void Changing_a_value_that_was_handed_out_changes_nothing()
    {
        var given = Value("a");
        _store.Add("/x", "a", given);
        given["id"] = "changed";
        _store.Get("/x", "a")["id"] = "changed";
        _store.List("/x")[0]["id"] = "changed";
        _store.Update("/x", "a", before => before)["id"] = "changed";

        Assert.Equal("a", _store.Get("/x", "a")["id"]!.GetValue<string>());
    }

    [Fact]
    public void A_change_that_fails_changes_nothing()
    {
        _store.Add("/x", "a", Value("a"));

        Assert.Throws<InvalidOperationException>(() =>
            _store.Update(
                "/x",
                "a",
                before =>
                {
                    before["id"] = "half";
                    throw new InvalidOperationException();
                }
            )
        );

        Assert.Equal("a", _store.Get("/x", "a")["id"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Get")]
    [InlineData("Update")]
    [InlineData("Remove")]
    public void What_does_not_exist_is_not_found(string method)
    {
        _store.Add("/x", "other", Value("other"));

        var refusal = Assert.Throws<RefusalException>(() =>
            method switch
            {
                "Get" => _store.Get("/x", "ü"),
                "Update" => _store.Update("/x", "ü", before => before),
                _ => _store.Remove("/x", "ü"),
            }
        );

        Assert.Equal((404, "There is no '/x/%C3%BC'."), (refusal.Status, refusal.Message));
    }

    [Fact]
    public void Removing_a_resource_removes_what_belongs_to_it_and_no_other()
    {
        foreach (var (collection, id) in new[] { ("/x", "1"), ("/x", "11"), ("/x/1/y", "a"), ("/x/1/y/a/z", "b"), ("/x/11/y", "c") })
        {
            _store.Add(collection, id, Value(id));
        }

        var removed = _store.Remove("/x", "1");

        Assert.Equal("1", removed["id"]!.GetValue<string>());
        Assert.Equal(["11"], Ids("/x"));
        Assert.Equal((false, false, true), (_store.Has("/x/1/y", "a"), _store.Has("/x/1/y/a/z", "b"), _store.Has("/x/11/y", "c")));
    }

    [Fact]
    public void What_is_created_again_has_nothing_of_the_one_before()
    {
        _store.Add("/x", "1", Value("1"));
        _store.Add("/x/1/y", "a", Value("a"));
        _store.Remove("/x", "1");
        _store.Add("/x", "1", Value("1"));

        Assert.Empty(Ids("/x/1/y"));
    }

    [Fact]
    public async Task No_change_is_lost_among_others_at_the_same_time()
    {
        _store.Add("/x", "a", new JsonObject { ["count"] = 0 });

        await Task.WhenAll(
            Enumerable
                .Range(0, 200)
                .Select(_ =>
                    Task.Run(() => _store.Update("/x", "a", before => new JsonObject { ["count"] = before["count"]!.GetValue<int>() + 1 }))
                )
        );

        Assert.Equal(200, _store.Get("/x", "a")["count"]!.GetValue<int>());
    }

    [Fact]
    public void Numbers_are_never_given_twice() => Assert.Equal([1L, 2L, 3L], Enumerable.Range(0, 3).Select(_ => _store.NextNumber()));

    private IEnumerable<string> Ids(string collection) => _store.List(collection).Select(value => value["id"]!.GetValue<string>());

    private static JsonObject Value(string id) => new() { ["id"] = id };
}
