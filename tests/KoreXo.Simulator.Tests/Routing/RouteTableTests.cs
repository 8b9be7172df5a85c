using KoreXo.Simulator.Documents;
using KoreXo.Simulator.Routing;
using KoreXo.Simulator.Wire;

namespace KoreXo.Simulator.Tests.Routing;

/// <summary>Which operation a method and a path belong to, and the values in the path.</summary>
public sealed class RouteTableTests
{
    [Theory]
    [InlineData("/pets/mine", "GET /pets/mine", "")]
    [InlineData("/pets/7", "GET /pets/{id}", "id=7")]
    [InlineData("/pets/mine/photo", "GET /pets/{id}/photo", "id=mine")]
    [InlineData("/pets/mine/food/1", "GET /pets/mine/food/{food}", "food=1")]
    [InlineData("/pets/yours/food/1", "GET /pets/{owner}/{kind}/{number}", "owner=yours kind=food number=1")]
    [InlineData("/pets/mine/toys/1", "GET /pets/{owner}/{kind}/{number}", "owner=mine kind=toys number=1")]
    [InlineData("/pets/a%2Fb", "GET /pets/{id}", "id=a/b")]
    [InlineData("/pets/7.json", "GET /pets/{name}.{kind}", "name=7 kind=json")]
    public void A_way_that_leads_nowhere_leaves_no_value_behind(string path, string id, string values)
    {
        var route = Table().Find("GET", RequestTarget.Parse(path));

        Assert.Equal(id, Assert.Single(route.Operations).Id);
        Assert.Equal(values, string.Join(' ', route.PathValues.Select(value => $"{value.Key}={value.Value}")));
    }

    [Theory]
    [InlineData("GET", "/pets", 405, "POST")]
    [InlineData("DELETE", "/pets/7", 405, "GET")]
    [InlineData("post", "/pets", 405, "POST")]
    [InlineData("GET", "/", 404, null)]
    [InlineData("GET", "/pets/", 404, null)]
    [InlineData("GET", "/Pets/7", 404, null)]
    [InlineData("GET", "/pets/7/photo/x/y", 404, null)]
    [InlineData("GET", "/pets//photo", 404, null)]
    public void What_no_operation_takes_is_refused(string method, string path, int status, string? allow)
    {
        var refusal = Assert.Throws<RefusalException>(() => Table().Find(method, RequestTarget.Parse(path)));

        Assert.Equal((status, allow), (refusal.Status, refusal.Allow));
    }

    [Theory]
    [InlineData("/v1/shop/pets/mine", true)]
    [InlineData("/v2/pets/mine", true)]
    [InlineData("/pets/mine", true)]
    [InlineData("/v1/pets/mine", false)]
    [InlineData("/v2/v2/pets/mine", false)]
    public void Operations_are_found_with_and_without_a_base_path(string path, bool isFound)
    {
        var table = new RouteTable([Operation("GET", "/pets/mine")], ["/v1/shop", "/v2"]);

        if (isFound)
        {
            Assert.Empty(table.Find("GET", RequestTarget.Parse(path)).PathValues);
        }
        else
        {
            Assert.Equal(404, Assert.Throws<RefusalException>(() => table.Find("GET", RequestTarget.Parse(path))).Status);
        }
    }

    [Fact]
    public void Operations_of_one_path_that_differ_behind_it_are_found_together()
    {
        var table = new RouteTable([Operation("GET", "/files/{id}#shared"), Operation("GET", "/files/{file}?part=1")]);

        var route = table.Find("GET", RequestTarget.Parse("/files/7"));

        Assert.Equal(["GET /files/{id}#shared", "GET /files/{file}?part=1"], route.Operations.Select(operation => operation.Id));
        Assert.Equal(("7", "7"), (route.PathValues["id"], route.PathValues["file"]));
    }

    [Theory]
    [InlineData("/pets/{id}", "/pets/{id}")]
    [InlineData("/pets/{id}", "/pets/{name}")]
    [InlineData("/pets/mine", "/pets/mine")]
    public void An_operation_that_is_described_twice_is_rejected(string first, string second) =>
        Assert.Equal(
            $"The documents describe GET {second} twice.",
            Assert.Throws<FormatException>(() => new RouteTable([Operation("GET", first), Operation("GET", second)])).Message
        );

    private static RouteTable Table() =>
        new([
            Operation("POST", "/pets"),
            Operation("GET", "/pets/mine"),
            Operation("GET", "/pets/{id}"),
            Operation("GET", "/pets/{id}/photo"),
            Operation("GET", "/pets/mine/food/{food}"),
            Operation("GET", "/pets/{owner}/{kind}/{number}"),
            Operation("GET", "/pets/{name}.{kind}"),
        ]);

    private static ApiOperation Operation(string method, string path) =>
        new()
        {
            Id = $"{method} {path}",
            Method = method,
            Path = path,
            Parameters = [],
            Responses = [],
        };
}
