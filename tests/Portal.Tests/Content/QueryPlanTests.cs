using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;
using Zukunftswerkstatt.Content;
using Zukunftswerkstatt.Kernel;

namespace Zukunftswerkstatt.Portal.Tests.Content;

public sealed partial class QueryPlanTests
{
    private static readonly CancellationToken _ct = CancellationToken.None;

    [Theory, MemberData(nameof(TestDatabase.Kinds), MemberType = typeof(TestDatabase))]
    public async Task Every_question_of_readers_runs_along_an_index(string kind)
    {
        var database = await TestDatabase.CreateAsync(kind);
        await using var portal = await TestPortal.OpenAsync(database, owner: true);
        await AskEverythingAsync(portal);
        var statements = portal.Get<ReadSessions>().Statements.Where(sql => !sql.Contains("MAX(", StringComparison.Ordinal)).ToList();
        Assert.InRange(statements.Count, 15, 40);
        var plans = kind == "Sqlite" ? await SqliteAsync(database, statements) : await PostgreSqlAsync(database, statements);
        Assert.All(plans, plan => Assert.False(BadPlan().IsMatch(plan.Plan), $"{plan.Sql}\n{plan.Plan}"));
    }

    private static async Task AskEverythingAsync(TestPortal portal)
    {
        var reader = portal.Reader();
        await reader.GetAsync("a", _ct);
        await reader.GetManyAsync(["a", "b", "c", "d", "e"], _ct);
        await reader.TitlesAsync(["a", "b"], _ct);
        await reader.ResolveAsync("a", _ct);
        await reader.ReferringAsync("a", "Article", 10, _ct);
        await reader.ReferringAsync("a", 10, _ct);
        await reader.LocalizationsAsync("a", _ct);
        await reader.LocalizationsAsync(["a", "b"], "en", _ct);
        await reader.LocalizationsAsync(["a", "b"], _ct);
        await reader.LocalizationsAsync(["a", "b"], [], _ct);
        await reader.LocalizationSetsAsync("Article", "en", 10, _ct);
        await reader.ReferringAsync(["a", "b"], "Article", 10, _ct);
        await reader.TranslationsAsync(new ContentItem { ContentItemId = "a", ContentType = "Article", Content = JsonElement.Parse("""{"LocalizationPart":{"LocalizationSet":"a"}}""") }, _ct);
        await reader.CountAsync("Article", null, _ct);
        await reader.CountAsync("Article", "de", _ct);
        await foreach (var _ in reader.AllPublishedAsync("a", _ct))
        {
        }

        var last = new ContentItem { ContentItemId = "a", ContentType = "Article" };
        foreach (var order in Enum.GetValues<ListOrder>())
        {
            foreach (var culture in new[] { null, "de" })
            {
                await reader.ListAsync(new ListQuery("Article", culture, order), _ct);
                await reader.ListAsync(new ListQuery("Article", culture, order, After: last), _ct);
            }
        }

        await portal.Get<FactLog>().ReadAsync(0, 10, _ct);
    }

    private static async Task<List<(string Sql, string Plan)>> SqliteAsync(TestDatabase database, List<string> statements)
    {
        var plans = new List<(string, string)>();
        await using var connection = new SqliteConnection(database.ConnectionString);
        await connection.OpenAsync();
        foreach (var sql in statements)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
            foreach (var name in Parameters(sql))
            {
                command.Parameters.AddWithValue(name, 1);
            }

            var plan = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                plan.Add(reader.GetString(3));
            }

            plans.Add((sql, string.Join('\n', plan)));
        }

        return plans;
    }

    private static async Task<List<(string Sql, string Plan)>> PostgreSqlAsync(TestDatabase database, List<string> statements)
    {
        var plans = new List<(string, string)>();
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync();

        // Tables are empty, so the planner is told which ways are out of the question with a hundred thousand rows.
        await using (var set = new NpgsqlCommand("SET enable_seqscan = off; SET enable_sort = off; SET enable_bitmapscan = off; SET enable_hashjoin = off; SET enable_mergejoin = off; SET enable_hashagg = off", connection))
        {
            await set.ExecuteNonQueryAsync();
        }

        foreach (var sql in statements)
        {
            await using var command = new NpgsqlCommand($"EXPLAIN {sql}", connection);
            foreach (var name in Parameters(sql))
            {
                var isNumber = Regex.IsMatch(sql, $@"LIMIT {name}\b") || Regex.IsMatch(sql, $@"""Id"" > {name}\b") || Regex.IsMatch(sql, $@"""PublishedUtc"", v.""ItemId""\) < \({name}\b");
                var any = sql.Contains($"{name} = ''", StringComparison.Ordinal) ? "" : "x";
                command.Parameters.AddWithValue(name, isNumber ? 1L : any);
            }

            var plan = new List<string>();
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
            {
                plan.Add(reader.GetString(0));
            }

            plans.Add((sql, string.Join('\n', plan)));
        }

        return plans;
    }

    private static IEnumerable<string> Parameters(string sql) => Parameter().Matches(sql).Select(match => match.Value).Distinct();

    [GeneratedRegex(@"@p\d+")]
    private static partial Regex Parameter();

    /// <summary>A subquery that is already limited may be walked ("SCAN r"); a table may not, and nothing may be sorted that has no limit yet.</summary>
    [GeneratedRegex(@"SCAN (?!r\b|\(?subquery|CONSTANT)|USE TEMP B-TREE|AUTOMATIC|Seq Scan|Sort \(|Sort Key")]
    private static partial Regex BadPlan();
}
