"""Limit cases of the indicators of single sectors: packaging, textiles, agri-food.

Of each: the case in words, the inputs that bring it about, and what the values then are.
"""

import math

from kragozor.instruments.indicators.catalogue import indicator

NUTRIENTS = ("nitrogen", "phosphorus", "potassium")
STEPS = [name for name in indicator("food-surplus").inputs if name != "surplus_food"]
FIBRES = ("cotton", "wool", "viscose", "polyester", "linen", "elastane")

FORMS = {
    "biomass": [
        (
            "what is dry through and through weighs what it weighs",
            lambda m, n: {
                "inflows": [{"mass": m, "dry_matter": 1, "circular_share": 1}],
                "outflows": [{"mass": n, "dry_matter": 1, "recirculated_share": 1}],
            },
            lambda m, n: {
                "dry_matter_input": m,
                "dry_matter_output": n,
                "dry_matter_gap": m - n,
                "circular_dry_matter_share": 1,
                "biological_recirculation": 1,
            },
        ),
        (
            "as much leaves as enters, however wet",
            lambda m, s: {
                "inflows": [{"mass": m, "dry_matter": s, "circular_share": 0}],
                "outflows": [{"mass": m * s, "dry_matter": 1, "recirculated_share": 0}],
            },
            lambda m, s: {
                "dry_matter_gap": 0,
                "dry_matter_gap_share": 0,
                "circular_dry_matter_share": 0,
                "biological_recirculation": 0,
            },
        ),
        (
            "nothing but enters, or nothing but leaves",
            lambda m: {"dry_matter_input": m, "dry_matter_output": 0},
            lambda m: {"dry_matter_gap_share": 1, "dry_matter_gap": m},
        ),
        (
            "biomass used once, and x times over",
            lambda m, x: {"material_uses": x * m, "primary_biomass": m},
            lambda m, x: {"cascade_factor": x},
        ),
    ],
    "food-surplus": [
        (
            f"all of it goes the way of {step}",
            lambda m, step=step: {**dict.fromkeys(STEPS, 0), step: m},
            lambda m, step=step: {f"{step}_share": 1, "surplus_food": m},
        )
        for step in STEPS
    ],
    "food-waste": [
        (
            "as much as in the mean of 2021 to 2023",
            lambda m, n: {
                "stage": "retail",
                "food_waste": m,
                "year": 2022,
                "baseline_food_waste": m,
                "people": n,
                "baseline_people": n,
            },
            lambda m, n: {"food_waste_reduction": 0, "path_gap": 0, "target_gap": 0.3 * m},
        ),
        (
            "none any more",
            lambda m: {"stage": "processing", "food_waste": 0, "baseline_food_waste": m},
            lambda m: {"food_waste_reduction": 1, "target_gap": -0.9 * m},
        ),
        (
            "twice the people waste twice as much",
            lambda m, n: {
                "stage": "households",
                "food_waste": 2 * m,
                "year": 2030,
                "baseline_food_waste": m,
                "people": 2 * n,
                "baseline_people": n,
            },
            lambda m, n: {
                "food_waste_reduction": 0,
                "reference_food_waste": 2 * m,
                "path_food_waste": 1.4 * m,
                "target_food_waste": 1.4 * m,
            },
        ),
    ],
    "nutrients": [
        (
            "all that enters is recycled and leaves again",
            lambda m: {
                f"{prefix}{name}_{way}": m
                for name in NUTRIENTS
                for prefix, way in (("", "input"), ("recycled_", "input"), ("", "output"))
            },
            lambda m: {
                f"{name}_{value}": number
                for name in NUTRIENTS
                for value, number in (("circularity", 1), ("use_efficiency", 1), ("surplus", 0))
            },
        ),
        (
            "nothing leaves",
            lambda m: {
                f"{name}_{way}": m * (way == "input")
                for name in NUTRIENTS
                for way in ("input", "output")
            },
            lambda m: (
                {f"{name}_use_efficiency": 0 for name in NUTRIENTS}
                | {f"{name}_surplus": m for name in NUTRIENTS}
            ),
        ),
    ],
    "packaging": [
        (
            f"all of it has one grade, at a recyclable share of {share}",
            lambda m, n, share=share: {
                "formats": [{"mass": m, "recyclable_share": share}],
                "ungraded_mass": n,
            },
            lambda m, n, share=share, shares=shares: (
                {
                    "recyclable_share": share,
                    "ungraded_share": n / (m + n),
                }
                | {
                    name: is_of * m / (m + n)
                    for name, is_of in zip(
                        (
                            *("grade_a_share", "grade_b_share", "grade_c_share"),
                            *("not_recyclable_share", "market_share_2030", "market_share_2038"),
                        ),
                        shares,
                        strict=True,
                    )
                }
            ),
        )
        for share, shares in (
            (0.95, (1, 0, 0, 0, 1, 1)),
            (0.8, (0, 1, 0, 0, 1, 1)),
            (0.7, (0, 0, 1, 0, 1, 0)),
            (0, (0, 0, 0, 1, 0, 0)),
        )
    ]
    + [
        (
            "plastic without any recycled content lacks its whole minimum",
            lambda m, s, t: {
                "plastics": [
                    {
                        "plastic_mass": m,
                        "plastic_share": 1,
                        "recycled_content": 0,
                        "minimum_2030": s,
                        "minimum_2040": t,
                    }
                ]
            },
            lambda m, s, t: {
                "recycled_content": 0,
                "met_share_2030": 0,
                "missing_2030": m * s,
                "missing_2040": m * t,
            },
        ),
    ],
    "packaging-content": [
        (
            "one lot alone has its own content",
            lambda m, s: {
                "type": "other-plastic",
                "lots": [{"mass": m, "plastic_share": 1, "recycled_content": s}],
            },
            lambda m, s: {
                "plastic_mass": m,
                "plastic_share": 1,
                "recycled_content": s,
                "missing_2030": m * max(0, 0.35 - s),
                "missing_2040": m * max(0, 0.65 - s),
            },
        ),
        (
            "recycled through and through, however much else it has",
            lambda m, n: {
                "type": "contact-sensitive-other",
                "lots": [
                    {"mass": m, "plastic_share": 0.1, "recycled_content": 1},
                    {"mass": n, "plastic_share": 1, "recycled_content": 1},
                ],
            },
            lambda m, n: {"met_2030": "yes", "met_2040": "yes", "missing_2040": 0},
        ),
    ],
    "packaging-grade": [
        (
            "recyclable whole",
            lambda: {"recyclable_share": 1},
            lambda: {"grade": "A", "market_access_2030": "yes"},
        ),
        (
            "not recyclable at all",
            lambda: {"recyclable_share": 0},
            lambda: (
                {"grade": "not recyclable"}
                | {f"market_access_{year}": "no" for year in (2030, 2035, 2038)}
            ),
        ),
    ],
    "textiles": [
        (
            "equal shares are as mixed as so many fibres can be",
            lambda m, count: {"fibres": [{"fibre": f, "mass": m} for f in FIBRES[:count]]},
            lambda m, count: {
                "fibre_mass": count * m,
                "fibre_count": count,
                "blend_entropy": math.log(count),
                "blend_evenness": 1,
                "effective_fibres": count,
            },
        ),
        (
            "a single fibre, all of it from its own loop and back into it",
            lambda m, n: {
                "fibres": [{"fibre": "cotton", "mass": m}],
                "preferred_fibre": m,
                "recycled_from_same_product": m,
                "recycled_from_same_sector": 0,
                "recycled_from_other_sector": 0,
                "recycled_to_same_product": n,
                "recycled_to_same_sector": 0,
                "recycled_to_other_sector": 0,
                "product_mass": n,
                "mono_material_mass": n,
            },
            lambda m, n: {
                "blend_entropy": 0,
                "effective_fibres": 1,
                "preferred_share": 1,
                "recycled_share": 1,
                "fibre_to_fibre_share": 1,
                "closed_loop_inflow": 1,
                "open_loop_inflow": 0,
                "closed_loop_outflow": 1,
                "open_loop_outflow": 0,
                "mono_material_share": 1,
            },
        ),
        (
            "worn as often a year as others, x times as long",
            lambda m, n, x: {
                "lifetime": x * m,
                "industry_lifetime": m,
                "use_intensity": n,
                "industry_use_intensity": n,
            },
            lambda m, n, x: {"wears": x * m * n, "industry_wears": m * n, "relative_wears": x},
        ),
    ],
}
